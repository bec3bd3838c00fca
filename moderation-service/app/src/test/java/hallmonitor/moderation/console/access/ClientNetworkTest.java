package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Visitors are counted by their network, and by the larger one around it. */
class ClientNetworkTest {
  @Test
  void aHouseholdIsOneAddressOrOneNetwork() {
    assertThat(ClientNetwork.of("203.0.113.9")).isEqualTo("203.0.113.9");
    assertThat(ClientNetwork.of("2001:db8:7:1:2:3:4:5")).isEqualTo("2001:db8:7:1:0:0:0:0/64");
  }

  @Test
  void whatOnePersonMayRentIsOneNetwork() {
    assertThat(ClientNetwork.around("203.0.113.9")).isEqualTo("203.0.113.0/24");
    assertThat(ClientNetwork.around("2001:db8:7:1:2:3:4:5")).isEqualTo("2001:db8:7:0:0:0:0:0/48");
    assertThat(ClientNetwork.around("unknown")).isEqualTo("unknown");
  }
}
