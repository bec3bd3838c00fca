package hallmonitor.messaging.picture.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds out whether a program can be kept away from the network here. Only a plain refusal counts
 * as one: a machine that is busy, or out of memory or processes, has not answered.
 *
 * @param before the program that keeps the network away from what stands after it
 */
record NetworkIsolation(List<String> before) {
  /** Needs no right of its own, where the kernel lets an ordinary user do that. */
  static final NetworkIsolation OF_AN_ORDINARY_USER =
      new NetworkIsolation(
          List.of("unshare", "--user", "--map-current-user", "--net", "--kill-child", "--"));

  /** Tells what it says and how it ends, so that this shell itself fails only for other reasons. */
  private static final String TOLD = "\"$@\" 2>&1; echo \" $?\"";

  private static final Pattern END = Pattern.compile("(?<= |^)\\d{1,3}$");

  private static final int SIGNALED = 128;

  /** Ended so by the kernel for a call that a filter forbids (SIGSYS). */
  private static final int FORBIDDEN = SIGNALED + 31;

  /** What the C library says of a machine that lacks something for a moment. */
  private static final List<String> FOR_A_MOMENT =
      List.of(
          "Resource temporarily unavailable",
          "Cannot allocate memory",
          "Cannot fork",
          "Interrupted system call",
          "Input/output error",
          "Too many open files",
          "Text file busy");

  /** What it says of a limit of namespaces, which may be none at all. See user_namespaces(7). */
  private static final List<String> NO_MORE = List.of("Too many users", "No space left on device");

  private static final List<Path> LIMITS =
      List.of(
          Path.of("/proc/sys/user/max_user_namespaces"),
          Path.of("/proc/sys/user/max_net_namespaces"));

  NetworkIsolation {
    before = List.copyOf(before);
  }

  /**
   * Tries it.
   *
   * @return what stands before a program, which is nothing where this is refused, or where there is
   *     no program that does it; empty if that is not known
   */
  Optional<List<String>> tried(BoundedProcess process) throws InterruptedException {
    List<String> command =
        Stream.of(List.of("sh", "-c", TOLD, "sh"), before, List.of("true"))
            .flatMap(List::stream)
            .toList();
    try {
      return answer(new String(process.run(command, new byte[0]), UTF_8).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean allowsAny(Path limit) {
    try {
      return !Files.readString(limit).strip().equals("0");
    } catch (IOException e) {
      return true;
    }
  }

  private Optional<List<String>> answer(String told) {
    Matcher end = END.matcher(told);
    if (!end.find()) {
      return Optional.empty();
    }
    int status = Integer.parseInt(end.group());
    if (status == 0) {
      return Optional.of(before);
    }
    boolean ended = status >= SIGNALED && status != FORBIDDEN;
    return ended
            || FOR_A_MOMENT.stream().anyMatch(told::contains)
            || NO_MORE.stream().anyMatch(told::contains)
                && LIMITS.stream().allMatch(NetworkIsolation::allowsAny)
        ? Optional.empty()
        : Optional.of(List.of());
  }
}
