@org.jspecify.annotations.NullMarked
package hallmonitor.bench.pipeline;
