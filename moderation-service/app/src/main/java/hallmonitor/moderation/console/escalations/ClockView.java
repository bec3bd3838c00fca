package hallmonitor.moderation.console.escalations;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.EventJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock with what it is about, from one row of the database.
 *
 * @param kind {@code acknowledge} or {@code duty}
 * @param wording what must be done, in the words of the district's file; may be empty
 * @param source the statute or rule behind it; may be empty
 * @param person who must do it; absent for the building's administration
 * @param fields what is to be filled in
 * @param stoppedBy name of a console user, or an id for others
 * @param savedJson what was filled in so far
 * @param savedBy their name
 * @param doneAt when someone marked it done in the console; absent before
 * @param commentSeen when the comment was written, or first read; nothing can have been done before
 * @param said the beginning of the comment; empty once it is disposed of
 */
public record ClockView(
    UUID clockId,
    UUID caseId,
    String kind,
    String title,
    String wording,
    String source,
    String person,
    String personName,
    List<String> fields,
    Instant dueAt,
    boolean overdue,
    boolean running,
    Instant stoppedAt,
    String stoppedBy,
    String savedJson,
    String savedBy,
    Instant savedAt,
    Instant doneAt,
    String building,
    String category,
    String authorName,
    Instant commentSeen,
    String said) {
  /** A field with its content. */
  public record Field(String name, String value) {
    /** Returns the time that it holds; absent for anything else. */
    public @Nullable Instant getAt() {
      return DutyInput.time(value).map(OffsetDateTime::toInstant).orElse(null);
    }
  }

  public boolean isDuty() {
    return kind.equals("duty");
  }

  /** Returns whether it still has to be done. */
  public boolean isWaiting() {
    return running && doneAt == null;
  }

  public List<Field> getFilled() {
    Map<?, ?> saved = EventJson.read(savedJson.getBytes(UTF_8), Map.class);
    return fields.stream()
        .map(
            name -> new Field(name, String.valueOf(saved.containsKey(name) ? saved.get(name) : "")))
        .toList();
  }

  /** Returns the fields to fill in; the first empty time is offered as now. */
  public List<DutyInput> getInputs() {
    List<DutyInput> inputs = new ArrayList<>();
    boolean offered = false;
    for (Field field : getFilled()) {
      DutyInput input = DutyInput.saved(field.name(), field.value());
      boolean now = !offered && input.isTime() && input.how() == DutyInput.How.LATER;
      offered |= now;
      inputs.add(now ? input.startingNow() : input);
    }
    return inputs;
  }

  public boolean isFor(String userName) {
    return person == null || person.isBlank() || person.equals(userName);
  }
}
