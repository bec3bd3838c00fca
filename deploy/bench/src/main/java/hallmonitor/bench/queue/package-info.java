/** How long the console's queue takes to open when very many cases wait. */
package hallmonitor.bench.queue;
