package hallmonitor.moderation.console.access.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final Admission GOOGLE =
      new Admission(true, List.of("Maple.example"), "email", Optional.empty());
  private static final Admission OTHER =
      new Admission(false, List.of("maple.example"), "email", Optional.of("roles"));
  private static final Admission BY_USER_NAME =
      new Admission(false, List.of("maple.example"), "preferred_username", Optional.empty());

  @Test
  void withGoogleOnlyTheHostedDomainCountsWhateverTheEmailIs() throws Exception {
    assertThat(GOOGLE.admit("i", claims("hd", "maple.example")).email())
        .isEqualTo("novak@maple.example");
    refused(GOOGLE, claims());
    refused(GOOGLE, claims("hd", "oak.example"));
  }

  @Test
  void elsewhereTheDomainOfTheEmailCounts() throws Exception {
    assertThat(OTHER.admit("i", claims()).id()).isEqualTo("i 7");
    refused(OTHER, claims("email", "novak@evil.example"));
    refused(OTHER, claims("email", "novak@maple.example@evil.example"));
    refused(OTHER, claims("hd", "oak.example"));
  }

  @Test
  void anEmailThatNobodyVouchesForIsNone() {
    refused(OTHER, claims("email_verified", false));
    refused(OTHER, claims("email_verified", null));
    refused(OTHER, claims("email", "novak"));
    refused(OTHER, claims("email", "no\nvak@maple.example"));
  }

  @Test
  void anotherClaimIsTakenAsTheProviderGivesIt() throws Exception {
    Map<String, Object> claims = claims("preferred_username", "Novak@Maple.Example");
    claims.remove("email_verified");

    assertThat(BY_USER_NAME.admit("i", claims).email()).isEqualTo("novak@maple.example");
  }

  @Test
  void rolesAreOneTextOrSeveral() throws Exception {
    assertThat(OTHER.admit("i", claims("roles", "a")).roles()).containsExactly("a");
    assertThat(OTHER.admit("i", claims("roles", List.of("a", "b"))).roles())
        .containsExactly("a", "b");
    assertThat(OTHER.admit("i", claims()).roles()).isEmpty();
  }

  private static void refused(Admission admission, Map<String, Object> claims) {
    assertThatThrownBy(() -> admission.admit("i", claims)).isInstanceOf(SsoRefused.class);
  }

  private static Map<String, Object> claims() {
    return new HashMap<>(
        Map.of("sub", "7", "email", "novak@maple.example", "email_verified", true));
  }

  private static Map<String, Object> claims(String name, Object value) {
    Map<String, Object> claims = claims();
    claims.put(name, value);
    return claims;
  }
}
