package hallmonitor.moderation.console.access.sso;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How strongly the provider recognized a person, in its own words: the claims {@code acr} and
 * {@code amr} of OpenID Connect Core 1.0, section 2. RFC 8176 names usual values of the latter.
 */
public record Strength(Set<String> values) {
  public Strength {
    values = Set.copyOf(values);
  }

  static Strength of(Map<String, Object> claims) {
    Set<String> values = new HashSet<>();
    if (claims.get("acr") instanceof String reference) {
      values.add(reference);
    }
    if (claims.get("amr") instanceof List<?> methods) {
      methods.forEach(method -> values.add(String.valueOf(method)));
    }
    return new Strength(values);
  }

  /** Returns whether the provider says one of these, to the letter. */
  public boolean isAnyOf(Collection<String> wanted) {
    return wanted.stream().anyMatch(values::contains);
  }
}
