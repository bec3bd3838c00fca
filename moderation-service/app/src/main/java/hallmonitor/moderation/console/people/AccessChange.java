package hallmonitor.moderation.console.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.moderation.console.access.Access;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;

/**
 * A change of a person's access, as proposed or carried out.
 *
 * @param act what is done
 * @param role the new role; empty for a removal
 * @param buildings the new buildings
 * @param email where an invitation goes; empty for others
 * @param language of an invitation
 */
public record AccessChange(
    Act act, String role, List<String> buildings, String email, String language) {
  private static final ObjectMapper JSON = new ObjectMapper();

  enum Act {
    INVITE,
    ROLE,
    REMOVE
  }

  public AccessChange {
    buildings = List.copyOf(buildings);
  }

  static AccessChange invite(Access access, String email, String language) {
    return new AccessChange(Act.INVITE, access.role(), access.buildings(), email, language);
  }

  static AccessChange role(Access access) {
    return new AccessChange(Act.ROLE, access.role(), access.buildings(), "", "en");
  }

  static AccessChange remove() {
    return new AccessChange(Act.REMOVE, "", List.of(), "", "en");
  }

  Access access() {
    return new Access(role, buildings);
  }

  /** Returns what would be done, for the second person. */
  public Sentence getWords() {
    return switch (act) {
      case INVITE -> Sentence.of("Invite as {1}", AccessWords.of(access()));
      case ROLE -> Sentence.of("Change to {1}", AccessWords.of(access()));
      case REMOVE -> Sentence.of("Remove access");
    };
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static AccessChange read(String json) {
    try {
      return JSON.readerFor(AccessChange.class)
          .without(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .readValue(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
