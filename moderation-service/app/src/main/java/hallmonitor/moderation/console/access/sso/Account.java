package hallmonitor.moderation.console.access.sso;

import java.util.List;

/**
 * Who the provider says it is, after all of {@link Admission}.
 *
 * @param id issuer and subject: what never comes to mean somebody else
 * @param email in small letters
 * @param name to show; may be empty
 * @param roles the values of the claim that holds roles; empty where none is configured
 */
public record Account(String id, String email, String name, List<String> roles) {
  public Account {
    roles = List.copyOf(roles);
  }
}
