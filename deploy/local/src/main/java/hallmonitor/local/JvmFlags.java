package hallmonitor.local;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a service's JVM uses memory, on one machine that everything shares. The optimizing compiler
 * is on: what runs for months gains more by it than a start loses.
 */
final class JvmFlags {
  private static final List<String> OF_EVERY_SERVICE =
      List.of(
          // A JVM without one of these flags starts all the same.
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+UseSerialGC",
          // The JVM's default, a 64th of the machine's memory, is memory that an idle service would
          // never give back. A heap that begins smaller, or grows by less, is collected all the
          // time while a service starts.
          "-Xms96m",
          "-XX:MinHeapFreeRatio=20",
          "-XX:MaxHeapFreeRatio=40",
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
            Stream.of("-Xmx" + service.heapMegabytes() + "m"), OF_EVERY_SERVICE.stream())
        .toList();
  }
}
