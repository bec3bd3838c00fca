package hallmonitor.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.embedded.FreePorts;
import hallmonitor.system.faults.FaultyLink.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultyLinkTest {
  private ServerSocket server;
  private FaultyLink link;
  private Socket client;
  private Socket served;

  @BeforeEach
  void connect() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    int port = FreePorts.one();
    link = new FaultyLink(port, server.getLocalPort());
    client = new Socket(InetAddress.getLoopbackAddress(), port);
    served = server.accept();
  }

  @AfterEach
  void end() throws IOException {
    client.close();
    served.close();
    link.close();
    server.close();
  }

  @Test
  void anOpenLinkPassesEverythingBothWays() throws IOException {
    client.getOutputStream().write(new byte[] {1, 2, 3});
    served.getOutputStream().write(new byte[] {4, 5});

    assertThat(served.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
    assertThat(client.getInputStream().readNBytes(2)).containsExactly(4, 5);
  }

  @Test
  void aPartedLinkPassesNothingUntilItIsOpenAgain() throws IOException {
    link.set(State.PARTED);
    client.getOutputStream().write(7);
    served.setSoTimeout(300);
    assertThatThrownBy(() -> served.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);

    link.set(State.OPEN);
    served.setSoTimeout(0);

    assertThat(served.getInputStream().read()).isEqualTo(7);
  }

  @Test
  void aConnectionFromBeforeEverythingVanishedNeverWorksAgainAndTheClientIsNotTold()
      throws IOException {
    link.set(State.VANISHED);
    client.getOutputStream().write(7);
    served.setSoTimeout(300);
    assertThatThrownBy(() -> served.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);

    link.set(State.OPEN);
    client.getOutputStream().write(8);

    assertThat(served.getInputStream().read()).isEqualTo(-1);
    client.setSoTimeout(300);
    assertThatThrownBy(() -> client.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void aClientThatEndsWhileEverythingVanishesIsNotMissed() throws IOException {
    link.set(State.VANISHED);
    client.close();
    served.setSoTimeout(300);

    assertThatThrownBy(() -> served.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void aConnectionMadeWhileEverythingVanishesWaitsUntilItIsOver() throws IOException {
    link.set(State.VANISHED);
    server.setSoTimeout(300);
    try (Socket another = new Socket(client.getInetAddress(), client.getPort())) {
      another.getOutputStream().write(9);
      assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);

      link.set(State.OPEN);
      server.setSoTimeout(10_000);

      try (Socket arrived = server.accept()) {
        assertThat(arrived.getInputStream().read()).isEqualTo(9);
      }
    }
  }

  @Test
  void aCutLinkEndsItsConnections() throws IOException {
    link.set(State.CUT);

    assertThat(served.getInputStream().read()).isEqualTo(-1);
  }

  @Test
  void aDamagedLinkChangesALongPieceAndNoShortOne() throws IOException {
    link.set(State.DAMAGED);
    client.getOutputStream().write(new byte[10]);
    assertThat(served.getInputStream().readNBytes(10)).containsOnly(0);

    client.getOutputStream().write(new byte[1_000]);

    assertThat(served.getInputStream().readNBytes(1_000)).contains(0x20);
  }
}
