/** Benchmarks for opening the console's queue while very many cases wait. */
package hallmonitor.bench.queue;
