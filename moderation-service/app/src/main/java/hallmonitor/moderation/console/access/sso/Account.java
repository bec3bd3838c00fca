package hallmonitor.moderation.console.access.sso;

import java.util.List;

/**
 * The provider's account of a person, after all checks of {@link Admission}.
 *
 * @param id issuer and subject, which never refer to another person later
 * @param email in lower case
 * @param name to show; may be empty
 * @param roles the values of the claim that holds roles; empty if none is configured
 * @param strength of this sign-in at the provider
 */
public record Account(String id, String email, String name, List<String> roles, Strength strength) {
  public Account {
    roles = List.copyOf(roles);
  }
}
