/**
 * The one-command run of everything on this machine, and the same stack for tests and benchmarks.
 */
package hallmonitor.local;
