package hallmonitor.local;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a service's JVM uses memory and processors, on one machine that everything shares. Why, and
 * what was measured: decisions 100, 110, 115 and 122.
 */
final class JvmFlags {
  private static final List<String> OF_EVERY_SERVICE =
      List.of(
          // A JVM without one of these flags starts all the same.
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+UseSerialGC",
          // The optimizing compiler took more from a start and from a burst than it gave.
          "-XX:TieredStopAtLevel=1",
          // Without that compiler the JVM reserves 48 MB for code, which hundreds of pages could
          // fill.
          "-XX:ReservedCodeCacheSize=128m",
          // Classes that are being loaded are no reason to collect the heap, three times in a
          // start.
          "-XX:MetaspaceSize=128m",
          "-XX:MinHeapFreeRatio=20",
          "-XX:MaxHeapFreeRatio=25",
          "-XX:-ShrinkHeapInSteps",
          // What the models and the compiler asked of the C library goes back to the system.
          "-XX:TrimNativeHeapInterval=60000",
          // Lying where it was made for, the JDK's archive of classes is one copy for all JVMs.
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:ArchiveRelocationMode=0",
          // A service without memory is better restarted than half alive.
          "-XX:+ExitOnOutOfMemoryError");

  private JvmFlags() {}

  static List<String> of(ServiceName service) {
    return Stream.concat(
            Stream.of(
                // The JVM's default is a 64th of the machine's memory.
                "-Xms" + service.firstHeapMegabytes() + "m",
                "-Xmx" + service.heapMegabytes() + "m"),
            OF_EVERY_SERVICE.stream())
        .toList();
  }
}
