/** Runs that are disturbed: what stands after them is what an undisturbed run writes. */
package io.sluice.fault;
