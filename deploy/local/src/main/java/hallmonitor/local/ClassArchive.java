package hallmonitor.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A service's classes as its JVM holds them, in a file beside the jar (class data sharing). The
 * first start after a build makes it from the running service, and each later one reads it instead
 * of the jars. It only ever helps: a JVM that cannot use or make it runs as it would without.
 */
record ClassArchive(Path jar) {
  private static final long PATIENCE_SECONDS = 60;

  /** What the JVM would tell about classes that it cannot keep is of no use to anyone. */
  private static final String SILENT = "-Xlog:cds*=off";

  static ClassArchive of(ServiceName service, Path root) {
    return new ClassArchive(service.jar(root));
  }

  /** Another JVM build needs another file. */
  Path file() {
    return jar.resolveSibling("classes-" + System.getProperty("java.vm.version") + ".jsa");
  }

  boolean isOfThisBuild() {
    try {
      return Files.isRegularFile(file())
          && Files.getLastModifiedTime(file()).compareTo(Files.getLastModifiedTime(jar)) >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns flags of a JVM that reads it, or of one that it can be made from. */
  List<String> flags() {
    return isOfThisBuild()
        ? List.of("-XX:SharedArchiveFile=" + file(), SILENT)
        : List.of("-XX:+RecordDynamicDumpInfo", SILENT);
  }

  /** Makes it from a service that was started without; the service stands still meanwhile. */
  void makeFrom(long pid) {
    Path part = file().resolveSibling(file().getFileName() + "." + pid);
    try {
      if (dump(pid, part)) {
        Files.move(part, file(), StandardCopyOption.ATOMIC_MOVE);
      }
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // The folder cannot be written, or this is no JDK: the next start goes on without.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean dump(long pid, Path to) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid),
                "VM.cds",
                "dynamic_dump",
                to.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return jcmd.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
          && jcmd.exitValue() == 0
          && Files.isRegularFile(to);
    } finally {
      jcmd.destroyForcibly();
    }
  }
}
