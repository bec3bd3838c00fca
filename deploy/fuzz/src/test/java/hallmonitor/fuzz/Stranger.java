package hallmonitor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Bytes from outside, and what holds for each parser that meets them: it throws nothing but what it
 * documents, and time and memory stay within bounds.
 */
public final class Stranger {
  /** How long each target is fuzzed in {@code mvn -Pfuzz}; all together take about an hour. */
  public static final String TIME = "2m";

  /** One input is far below a megabyte; ten times as much is a memory that a sender can fill. */
  private static final long MOST_BYTES = 256L << 20;

  private static final int TRIES = 3;

  private static final long MOST_NANOS = 5_000_000_000L;

  /** A build on a busy machine says nothing about speed; a fuzzer that runs alone does. */
  private static final boolean FUZZES = System.getenv("JAZZER_FUZZ") != null;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** A parser, which may throw. */
  @FunctionalInterface
  public interface Parser {
    /** Reads, and checks what must be true of the result. */
    void read() throws Exception;
  }

  private Stranger() {}

  /**
   * Runs a parser.
   *
   * @param documented the exceptions that it may throw
   */
  public static void meets(Parser parser, Class<?>... documented) throws Exception {
    long memory = Long.MAX_VALUE;
    long time = Long.MAX_VALUE;
    // The first try may load classes, which the fuzzer then rewrites in the same thread.
    for (int i = 0; i < TRIES && (memory > MOST_BYTES || FUZZES && time > MOST_NANOS); i++) {
      long memoryBefore = THREADS.getCurrentThreadAllocatedBytes();
      long timeBefore = THREADS.getCurrentThreadCpuTime();
      read(parser, documented);
      memory = Math.min(memory, THREADS.getCurrentThreadAllocatedBytes() - memoryBefore);
      time = Math.min(time, THREADS.getCurrentThreadCpuTime() - timeBefore);
    }
    assertThat(memory).as("bytes of memory that one input took").isLessThanOrEqualTo(MOST_BYTES);
    if (FUZZES) {
      assertThat(time).as("nanoseconds that one input took").isLessThanOrEqualTo(MOST_NANOS);
    }
  }

  private static void read(Parser parser, Class<?>... documented) throws Exception {
    try {
      parser.read();
    } catch (Exception e) {
      if (Arrays.stream(documented).noneMatch(one -> one.isInstance(e))) {
        throw e;
      }
    }
  }

  /** Returns files beside this class as seeds. */
  public static Stream<Arguments> seeds(String... samples) {
    return Arrays.stream(samples).map(name -> seed(sample(name)));
  }

  /** Returns files beside this class as seeds, each after a byte for each choice. */
  public static Stream<Arguments> choices(IntStream choices, String... samples) {
    return choices
        .boxed()
        .flatMap(one -> Arrays.stream(samples).map(name -> seed(after(one, sample(name)))));
  }

  private static byte[] after(int choice, byte[] sample) {
    byte[] input = new byte[sample.length + 1];
    input[0] = (byte) choice;
    System.arraycopy(sample, 0, input, 1, sample.length);
    return input;
  }

  /** Returns which of so many choices the first byte of an input means. */
  public static int choice(byte[] input, int choices) {
    return input.length == 0 ? 0 : (input[0] & 0xFF) % choices;
  }

  /** Returns an input without its first byte. */
  public static byte[] rest(byte[] input) {
    return input.length == 0 ? input : Arrays.copyOfRange(input, 1, input.length);
  }

  static Arguments seed(byte[] bytes) {
    return Arguments.of((Object) bytes);
  }

  static byte[] sample(String name) {
    try (InputStream in = Stranger.class.getResourceAsStream("samples/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
