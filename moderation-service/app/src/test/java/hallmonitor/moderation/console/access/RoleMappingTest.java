package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.console.ConsoleConfig.SingleSignOnSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoleMappingTest {
  @Test
  void withoutSettingsRolesAreGivenInTheConsole() {
    assertThat(RoleMapping.of(settings(null, Map.of(), List.of())).isEmpty()).isTrue();
  }

  @Test
  void halfAMappingStopsTheStart() {
    refused(settings("roles", Map.of(), List.of("maple.example")), "go together");
    refused(settings(null, Map.of("a", "moderator"), List.of("maple.example")), "go together");
    refused(settings("roles", Map.of("a", "moderator"), List.of()), "allowed-domains");
    refused(settings("roles", Map.of("a", "owner"), List.of("maple.example")), "owner");
  }

  @Test
  void aNewPersonIsNamedAfterTheEmailInWhatAUserNameMayHold() {
    assertThat(SsoPeople.names("Inés.O'Neil+x@maple.example"))
        .startsWith("ins.oneilx", "ins.oneilx-2");
    assertThat(SsoPeople.names("..@maple.example")).startsWith("person");
    assertThat(SsoPeople.names("a".repeat(64) + "@maple.example"))
        .allMatch(name -> PasswordSignIn.USER_NAME.matcher(name).matches());
  }

  private static void refused(SingleSignOnSettings settings, String words) {
    assertThatThrownBy(() -> RoleMapping.of(settings)).hasMessageContaining(words);
  }

  private record Settings(
      URI issuer,
      String clientId,
      Optional<String> label,
      Optional<List<String>> allowedDomains,
      Optional<String> emailClaim,
      Optional<String> rolesClaim,
      Optional<List<String>> secondFactorValues,
      Optional<Duration> longestAge,
      Map<String, String> roles)
      implements SingleSignOnSettings {}

  private static SingleSignOnSettings settings(
      String claim, Map<String, String> roles, List<String> domains) {
    return new Settings(
        URI.create("https://id.example"),
        "hall-monitor",
        Optional.empty(),
        Optional.of(domains),
        Optional.empty(),
        Optional.ofNullable(claim),
        Optional.empty(),
        Optional.empty(),
        roles);
  }
}
