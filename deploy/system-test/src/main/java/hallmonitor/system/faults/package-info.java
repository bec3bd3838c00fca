/** Kills whatever the pipeline stands on, at random and under load, and looks what holds. */
package hallmonitor.system.faults;
