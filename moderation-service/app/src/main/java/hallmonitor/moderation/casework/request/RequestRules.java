package hallmonitor.moderation.casework.request;

import hallmonitor.moderation.casework.SchoolDays;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The district's rules for requests for records.
 *
 * @param statute of the district's state; absent until it is named, and then nothing is taken
 * @param officeCloses in the district's time zone
 * @param publicForm whether anyone may send a request
 * @param remindBefore business days before a deadline
 * @param heldAfterClosing days for which what a request found is held after it is closed
 * @param offices the days on which offices work, by the legal holidays
 * @param exemptions of federal law, beside those of the state
 * @param proposed ids of the exemptions that are proposed for what may be redacted
 * @param answers the letter of an answer
 */
public record RequestRules(
    Optional<RequestStatute> statute,
    LocalTime officeCloses,
    boolean publicForm,
    int remindBefore,
    int heldAfterClosing,
    SchoolDays offices,
    List<LegalGround> exemptions,
    Map<RedactionTopic, Set<String>> proposed,
    AnswerRules answers) {
  public RequestRules {
    exemptions = List.copyOf(exemptions);
    proposed = Map.copyOf(proposed);
  }

  /** Returns all grounds to withhold: the state's, then the federal ones. */
  public List<LegalGround> allExemptions() {
    return Stream.concat(
            statute.stream().flatMap(state -> state.exemptions().stream()), exemptions.stream())
        .toList();
  }

  /** Returns the exemption that is proposed for a redaction; empty if a person must choose it. */
  public Optional<LegalGround> proposedFor(RedactionTopic topic) {
    Set<String> ids = proposed.getOrDefault(topic, Set.of());
    return allExemptions().stream().filter(ground -> ids.contains(ground.id())).findFirst();
  }

  /** Finds a ground to withhold. */
  public Optional<LegalGround> exemption(String id) {
    return allExemptions().stream().filter(ground -> ground.id().equals(id)).findFirst();
  }

  /** Returns the same rules before a state is named. */
  public RequestRules withoutState() {
    return new RequestRules(
        Optional.empty(),
        officeCloses,
        publicForm,
        remindBefore,
        heldAfterClosing,
        offices,
        exemptions,
        proposed,
        answers.withoutState());
  }
}
