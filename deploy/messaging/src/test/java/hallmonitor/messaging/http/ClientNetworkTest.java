package hallmonitor.messaging.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests which visitors are counted as one. */
class ClientNetworkTest {
  @Test
  void anAddressOfIpv4CountsAlone() {
    assertThat(ClientNetwork.of("198.51.100.1")).isEqualTo("198.51.100.1");
    assertThat(ClientNetwork.of("::ffff:198.51.100.1")).isEqualTo("198.51.100.1");
    assertThat(ClientNetwork.around("198.51.100.1")).isEqualTo("198.51.100.0/24");
  }

  @Test
  void aHouseholdOfIpv6CountsAsOneHoweverItIsWritten() {
    for (String written :
        new String[] {"2001:db8:0:7::1", "2001:DB8:0:7:ffff:0:0:2", "2001:db8:0:7::1%eth0"}) {
      assertThat(ClientNetwork.of(written)).as(written).isEqualTo("2001:db8:0:7:0:0:0:0/64");
    }
    assertThat(ClientNetwork.around("2001:db8:0:7::1")).isEqualTo("2001:db8:0:0:0:0:0:0/48");
  }

  @Test
  void whatIsNoAddressIsNeverLookedUp() {
    assertThat(ClientNetwork.of("1.2.3.999")).isEqualTo("1.2.3.999");
    assertThat(ClientNetwork.of("localhost")).isEqualTo("localhost");
  }
}
