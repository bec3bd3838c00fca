package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.access.sso.Account;
import hallmonitor.moderation.console.access.sso.SsoRefused;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Maps the provider's roles or groups to a role of the console and its buildings.
 *
 * @param roles by value of the claim; empty if roles are assigned in the console
 */
record RoleMapping(Map<String, Access> roles) {
  static final RoleMapping NONE = new RoleMapping(Map.of());

  RoleMapping {
    roles = Map.copyOf(roles);
  }

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException with a sentence, if the mapping is incomplete
   */
  static RoleMapping of(ConsoleConfig.SingleSignOnSettings settings) {
    boolean claim = settings.rolesClaim().isPresent();
    if (claim == settings.roles().isEmpty()) {
      throw new IllegalArgumentException(
          "hallmonitor.console.sso.roles-claim and hallmonitor.console.sso.roles go together: set"
              + " both or none.");
    }
    if (claim && settings.allowedDomains().orElse(List.of()).isEmpty()) {
      throw new IllegalArgumentException(
          "Roles from a claim let people in whom nobody added: name"
              + " hallmonitor.console.sso.allowed-domains.");
    }
    return new RoleMapping(
        settings.roles().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> access(entry.getValue()))));
  }

  private static Access access(String text) {
    try {
      return Access.parse(text);
    } catch (Access.Refused e) {
      throw new IllegalArgumentException(
          ("hallmonitor.console.sso.roles: '%s' is no access: it is one of %s, with ' of ' and buildings behind"
                  + " it where it is limited to them. %s")
              .formatted(text, ConsoleUser.ROLES, e.getMessage()),
          e);
    }
  }

  boolean isEmpty() {
    return roles.isEmpty();
  }

  /** Requires exactly one role: several could give more, or less, than intended. */
  Access access(Account account) throws SsoRefused {
    List<Access> given =
        account.roles().stream().filter(roles::containsKey).map(roles::get).distinct().toList();
    if (given.size() == 1) {
      return given.get(0);
    }
    throw given.isEmpty()
        ? new SsoRefused(
            Sentence.of(
                "Your account has no role for this console. Ask the people who manage your school"
                    + " accounts for one."),
            "no mapped role")
        : new SsoRefused(
            Sentence.of(
                "Your account has several roles for this console. Ask the people who manage your"
                    + " school accounts to keep only one."),
            "several mapped roles");
  }
}
