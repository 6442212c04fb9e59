/**
 * The jobs: each reads published datasets or sources, puts the modules' plain classes together, and
 * publishes its own dataset. {@link io.sluice.jobs.wiring.Pipeline} is the whole configuration,
 * {@link io.sluice.jobs.wiring.Jobs} lists the jobs in the order of the graph, {@link
 * io.sluice.jobs.wiring.JobContext} is what a job is given.
 */
package io.sluice.jobs.wiring;
