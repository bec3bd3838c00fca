package hallmonitor.bench.judging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Time from the start of a fresh process to its first verdict: {@code deploy/classify}. */
final class FirstJudgment {
  private static final int RUNS = 5;
  private static final String LINE =
      "{\"id\":\"1\",\"text\":\"I'll be waiting for Mr. Hale after school, he will regret it\","
          + "\"author\":\"Sam\"}\n";

  private FirstJudgment() {}

  /**
   * Starts {@value #RUNS} processes, one after the other, after one that does not count, because it
   * may have to build and to read files from disk.
   *
   * @param root the project's folder
   * @param arguments of {@code deploy/classify}
   * @return seconds of each run, the shortest first
   * @throws IOException if a process cannot be started or gives no verdict
   */
  static double[] seconds(Path root, String... arguments) throws IOException {
    run(root, arguments);
    double[] seconds = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      seconds[i] = run(root, arguments);
    }
    Arrays.sort(seconds);
    return seconds;
  }

  private static double run(Path root, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(root.resolve("deploy/classify").toAbsolutePath().toString());
    command.addAll(List.of(arguments));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (Writer in = process.outputWriter(UTF_8)) {
      in.write(LINE);
    }
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      String verdict = out.readLine();
      if (verdict == null || !verdict.contains("\"verdict\"")) {
        throw new IOException("deploy/classify gave no verdict but '" + verdict + "'.");
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
