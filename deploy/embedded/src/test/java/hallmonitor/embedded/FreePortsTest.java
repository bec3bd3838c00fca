package hallmonitor.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
  void aPortThatSomebodyListensOnIsPassedOver() throws IOException {
    int taken = FreePorts.one() + 1;
    try (ServerSocket listening = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress())) {
      assertThat(listening.isBound()).isTrue();
      assertThat(FreePorts.one()).isNotEqualTo(taken);
    }
  }
}
