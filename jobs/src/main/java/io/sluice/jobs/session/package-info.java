/**
 * The only place that builds a Spark session ({@link io.sluice.jobs.session.Session}) and shows
 * progress ({@link io.sluice.jobs.session.Progress}).
 */
package io.sluice.jobs.session;
