package hallmonitor.moderation.console.audit;

import hallmonitor.moderation.console.audit.AuditQueries.AuditCursor;
import hallmonitor.moderation.console.people.AccessWords;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit log for reading; {@link hallmonitor.moderation.store.AuditLog} adds them.
 * Hibernate fills the fields.
 */
@Entity
@Immutable
@Table(name = "audit")
@SuppressWarnings("NullAway.Init")
public class AuditEntry {
  private static final Pattern DRAFT = Pattern.compile("draft [0-9]+");
  private static final Pattern AUTHOR = Pattern.compile("author [0-9a-f-]{36}");
  private static final Set<String> ACCESS =
      Set.of("role-set", "person-added", "person-invited", "propose-change-access");

  @Id public long id;
  public Instant at;
  public String actor;
  public String act;
  public String target;
  public String detail;

  /** Null if it is about no case. */
  public @Nullable UUID caseId;

  /** The display name; the user name if the person is unknown. */
  @Formula("coalesce((select u.display_name from console_user u where u.user_name = actor), actor)")
  public String actorName;

  /** The display name of the person it was done to; null if it is not a person. */
  @Formula("(select u.display_name from console_user u where u.user_name = target)")
  public @Nullable String targetName;

  /** Returns what was done, in words. */
  public String getDid() {
    return AuditWords.of(act);
  }

  /** Returns the page of what it was done to; null if it has none, or the case is linked. */
  public @Nullable String getLink() {
    if (caseId != null) {
      return "/cases/" + caseId;
    }
    if (AUTHOR.matcher(target).matches()) {
      return "/authors/" + target.substring(7);
    }
    return DRAFT.matcher(target).matches() ? "/policy/drafts/" + target.substring(6) : null;
  }

  /** Returns whether the target is a person; their name says more than the user name. */
  public boolean isAboutOther() {
    return targetName != null && !target.equals(actor);
  }

  /** Returns the name of who did it. */
  public String getWho() {
    return AuditNames.actor(actor, actorName);
  }

  /** Returns what it was done to, if neither a link nor a person's name says it. */
  public String getWhat() {
    return getLink() != null || targetName != null ? "" : AuditNames.target(act, target);
  }

  /** Returns the details without ids, in the reader's language. */
  public String getSaid() {
    return AuditDetails.display(
        act, AuditNames.withoutIds(ACCESS.contains(act) ? AccessWords.of(detail) : detail));
  }

  /** Returns the ids behind the names, for readers who need to be sure. */
  public List<String> getIds() {
    Set<String> ids = new LinkedHashSet<>();
    if (!getWho().equals(actor)) {
      ids.add(actor);
    }
    if (isAboutOther()) {
      ids.add(target);
    }
    if (getLink() == null) {
      ids.addAll(AuditNames.targetIds(target));
    }
    ids.addAll(AuditNames.ids(detail));
    return List.copyOf(ids);
  }

  AuditCursor here() {
    return new AuditCursor(at, id);
  }
}
