package hallmonitor.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Each in a process of its own, which must end. */
class ProcessEndTest {
  @Test
  void aThreadThatRunsOutOfMemoryEndsTheProcessAfterSayingWhy() throws Exception {
    assertThat(endOf("memory")).contains("'essential' has ended", "exit code 70", "OutOfMemory");
  }

  @Test
  void aThreadThatIsInterruptedEndsTheProcessAfterSayingWhy() throws Exception {
    assertThat(endOf("interrupt")).contains("'essential' has ended", "exit code 70");
  }

  @Test
  void aShutdownThatHangsDoesNotKeepTheProcess() throws Exception {
    assertThat(endOf("hang")).contains("'essential' has ended");
  }

  private static String endOf(String way) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OneWorker.class.getName(),
                way)
            .redirectErrorStream(true)
            .start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).isEqualTo(ProcessEnd.EXIT_CODE);
      return said;
    } finally {
      process.destroyForcibly();
    }
  }

  /** A process with one worker that ends in the given way. */
  static final class OneWorker {
    private OneWorker() {}

    public static void main(String[] way) throws InterruptedException {
      if (way[0].equals("hang")) {
        Thread hanging = new Thread(OneWorker::waitForever);
        Runtime.getRuntime().addShutdownHook(hanging);
      }
      new Worker("essential", () -> end(way[0])).start();
      Thread.currentThread().join();
    }

    private static Duration end(String way) {
      if (way.equals("memory")) {
        List<long[]> all = new java.util.ArrayList<>();
        while (!all.contains(new long[0])) {
          all.add(new long[1 << 20]);
        }
      }
      Thread.currentThread().interrupt();
      return Duration.ofHours(1);
    }

    private static void waitForever() {
      try {
        Thread.currentThread().join();
      } catch (InterruptedException e) {
        // the process ends
      }
    }
  }
}
