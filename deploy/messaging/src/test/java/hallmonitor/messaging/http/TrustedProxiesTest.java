package hallmonitor.messaging.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests who is believed about the address of a client. */
class TrustedProxiesTest {
  private static final TrustedProxies OURS =
      TrustedProxies.of(true, List.of("10.0.0.5", "192.168.7.0/24"));

  @Test
  void aClientThatClaimsAnAddressIsNotBelieved() {
    assertThat(OURS.client("203.0.113.9", List.of("198.51.100.1"))).isEqualTo("203.0.113.9");
    assertThat(TrustedProxies.NONE.client("10.0.0.5", List.of("198.51.100.1")))
        .isEqualTo("10.0.0.5");
  }

  @Test
  void aNamedProxyIsBelieved() {
    assertThat(OURS.client("10.0.0.5", List.of("198.51.100.1"))).isEqualTo("198.51.100.1");
    assertThat(OURS.client("192.168.7.200", List.of("2001:db8::1"))).isEqualTo("2001:db8::1");
    assertThat(OURS.client("192.168.8.1", List.of("198.51.100.1"))).isEqualTo("192.168.8.1");
  }

  @Test
  void whatTheClientWroteBeforeTheProxyAddedToItDoesNotCount() {
    assertThat(OURS.client("10.0.0.5", List.of("1.1.1.1, 198.51.100.1, 192.168.7.9")))
        .isEqualTo("198.51.100.1");
    assertThat(OURS.client("10.0.0.5", List.of("1.1.1.1", "198.51.100.1")))
        .isEqualTo("198.51.100.1");
  }

  @Test
  void aPortThatTheProxyWritesIsNoPartOfTheAddress() {
    assertThat(OURS.client("10.0.0.5", List.of("198.51.100.1:4711"))).isEqualTo("198.51.100.1");
    assertThat(OURS.client("10.0.0.5", List.of("[2001:db8::1]:4711"))).isEqualTo("2001:db8::1");
    assertThat(OURS.client("10.0.0.5", List.of("[2001:db8::1]"))).isEqualTo("2001:db8::1");
    assertThat(OURS.client("10.0.0.5", List.of("198.51.100.1:4711, 192.168.7.9:80")))
        .as("a chain of two proxies")
        .isEqualTo("198.51.100.1");
    assertThat(OURS.client("::ffff:10.0.0.5", List.of("198.51.100.1")))
        .as("the proxy on a socket of IPv6")
        .isEqualTo("198.51.100.1");
  }

  @Test
  void aClientThatClaimsToBeAProxyIsTakenForWhatTheProxySaw() {
    assertThat(OURS.client("10.0.0.5", List.of("192.168.7.9, 10.0.0.5, 198.51.100.1")))
        .isEqualTo("198.51.100.1");
  }

  @Test
  void withoutAnAddressTheProxyItselfCounts() {
    for (String name :
        List.of(
            "beef",
            "cafe.de",
            "1234",
            ",",
            ", ,",
            ":",
            "",
            "1.2.3.999",
            "1.2.3.4:",
            "1.2.3.4:x",
            "2001:db8::1:::",
            "[::1",
            "::1%lo",
            "1.2.3.4 5.6.7.8",
            "\u0661.2.3.4",
            "0x7f.1.1.1")) {
      assertThat(OURS.client("10.0.0.5", List.of(name))).as(name).isEqualTo("10.0.0.5");
    }
    assertThat(OURS.client("10.0.0.5", List.of())).isEqualTo("10.0.0.5");
    assertThat(OURS.client("10.0.0.5", List.of("unknown"))).isEqualTo("10.0.0.5");
  }

  @Test
  void ofIpv6OnlyNetworksAreReadAlikeByQuarkus() {
    assertThat(
            TrustedProxies.of(true, List.of("2001:db8::5/128"))
                .client("2001:db8::5", List.of("198.51.100.1")))
        .isEqualTo("198.51.100.1");
    for (String alone : List.of("::1", "2001:db8::5", "[2001:db8::5]", "[2001:db8::5]:8080")) {
      assertThatThrownBy(() -> TrustedProxies.of(true, List.of(alone)))
          .as(alone)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void forwardingWithoutANamedProxyIsRefused() {
    assertThatThrownBy(() -> TrustedProxies.of(true, List.of()))
        .hasMessageContaining("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES");
    for (String wrong :
        List.of("proxy.maple.example", "beef", "10.1.2", "10.1.2.0/x", "10.1.2.0/33", "")) {
      assertThatThrownBy(() -> TrustedProxies.of(true, List.of(wrong)))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("10.1.2.0/24");
    }
  }
}
