/** Benchmarks for opening every page of the console while the archive is large. */
package hallmonitor.bench.console;
