/** Kills the pipeline's parts at random and under load, and checks its promises. */
package hallmonitor.system.faults;
