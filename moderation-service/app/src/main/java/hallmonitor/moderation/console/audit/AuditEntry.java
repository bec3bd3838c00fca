package hallmonitor.moderation.console.audit;

import hallmonitor.moderation.console.audit.AuditQueries.Cursor;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
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

  Cursor here() {
    return new Cursor(at, id);
  }
}
