/** How fast comments are judged, without broker and database, on one core. */
package hallmonitor.bench.judging;
