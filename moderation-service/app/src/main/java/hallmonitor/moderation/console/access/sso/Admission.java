package hallmonitor.moderation.console.access.sso;

import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the district requires of an account with a genuine ID token.
 *
 * @param google whether the provider is Google, where anyone can have an account: only the claim
 *     {@code hd} shows that it belongs to an organization, no matter what its email is
 * @param domains that may sign in; all if empty
 * @param emailClaim the claim that holds the email. {@code email} counts only if the provider says
 *     that it was verified; another claim counts as is
 * @param rolesClaim empty if roles are assigned in the console
 */
public record Admission(
    boolean google, List<String> domains, String emailClaim, Optional<String> rolesClaim) {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_EMAIL = 254;

  public Admission {
    domains = domains.stream().map(domain -> domain.strip().toLowerCase(Locale.ROOT)).toList();
  }

  /**
   * @throws SsoRefused if the account may not sign in, no matter who it belongs to
   */
  public Account admit(String issuer, Map<String, Object> claims) throws SsoRefused {
    String email = email(claims);
    Optional<String> domain =
        text(claims, "hd")
            .or(
                () ->
                    google
                        ? Optional.empty()
                        : Optional.of(email.substring(email.indexOf('@') + 1)))
            .map(name -> name.toLowerCase(Locale.ROOT));
    if (!domains.isEmpty() && domain.filter(domains::contains).isEmpty()) {
      throw new SsoRefused(
          Sentence.of("That account does not belong to this district. Choose your school account."),
          "an account of another domain");
    }
    return new Account(
        issuer + " " + text(claims, "sub").orElseThrow(),
        email,
        name(claims),
        roles(claims),
        Strength.of(claims));
  }

  private String email(Map<String, Object> claims) throws SsoRefused {
    String email =
        text(claims, emailClaim)
            .map(text -> text.strip().toLowerCase(Locale.ROOT))
            .filter(text -> text.indexOf('@') > 0 && text.length() <= LONGEST_EMAIL)
            .filter(Predicate.not(text -> text.chars().anyMatch(Character::isISOControl)))
            .orElseThrow(
                () ->
                    new SsoRefused(
                        Sentence.of(
                            "Your account has no email address, so the console can't find you. Tell"
                                + " the server's administrator."),
                        "the ID token has no usable claim " + emailClaim));
    boolean vouched =
        !emailClaim.equals("email") || "true".equals(String.valueOf(claims.get("email_verified")));
    if (!vouched) {
      throw new SsoRefused(
          Sentence.of(
              "The sign-in service does not confirm that your email address is yours. Tell the"
                  + " server's administrator."),
          "the ID token has no email_verified: true; see hallmonitor.console.sso.email-claim");
    }
    return email;
  }

  private static String name(Map<String, Object> claims) {
    String name = text(claims, "name").orElse("").replaceAll("\\p{Cntrl}", "").strip();
    return name.length() <= LONGEST_NAME ? name : "";
  }

  /** Reads one text or a list of texts. */
  private List<String> roles(Map<String, Object> claims) {
    Object roles = rolesClaim.<Object>map(claims::get).orElse(List.of());
    return roles instanceof List<?> several
        ? several.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(roles));
  }

  private static Optional<String> text(Map<String, Object> claims, String name) {
    return claims.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }
}
