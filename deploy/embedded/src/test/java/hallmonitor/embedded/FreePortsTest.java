package hallmonitor.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortsTest {
  @Test
  void noPortIsGivenTwiceWithinAWholeStackAndNoneIsOneThatAConnectionMayGet() {
    assertThat(IntStream.range(0, 40).map(n -> FreePorts.one()))
        .doesNotHaveDuplicates()
        .allMatch(port -> port < 32_768);
  }

  @Test
  void anotherProcessGetsPortsOfItsOwnThoughNobodyListensOnOursYet() throws Exception {
    List<Integer> ours = IntStream.range(0, 3).map(n -> FreePorts.one()).boxed().toList();
    Set<Integer> theirs = new TreeSet<>();
    for (int process = 0; process < 2; process++) {
      Process other =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Asking.class.getName())
              .start();
      try (BufferedReader said = other.inputReader()) {
        said.lines().map(Integer::valueOf).forEach(theirs::add);
      } finally {
        other.destroyForcibly().waitFor();
      }
    }

    assertThat(theirs).isNotEmpty().doesNotContainAnyElementsOf(ours);
  }

  /** A process that asks for as many ports as a range has. */
  static final class Asking {
    private Asking() {}

    public static void main(String[] args) {
      IntStream.range(0, 119).map(n -> FreePorts.one()).forEach(System.out::println);
    }
  }

  @Test
  void aPortThatSomebodyListensOnIsPassedOver() throws IOException {
    int taken = FreePorts.one() + 1;
    try (ServerSocket listening = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress())) {
      assertThat(listening.isBound()).isTrue();
      assertThat(FreePorts.one()).isNotEqualTo(taken);
    }
  }
}
