/** Benchmarks for judging comments without broker and database, on one core. */
package hallmonitor.bench.judging;
