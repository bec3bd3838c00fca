package hallmonitor.moderation.console.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The authenticator app that shows a person's codes. Hibernate fills the fields. */
@Entity
@Table(name = "second_factor")
@SuppressWarnings("NullAway.Init")
class Authenticator {
  @Id String userName;
  byte[] sealedSecret;

  /** Null during setup. */
  @Nullable Instant confirmedAt;

  /** The time step of the last accepted code, so that each code works once. */
  long lastStep;

  int failedAttempts;
  @Nullable Instant lockedUntil;

  boolean isConfirmed() {
    return confirmedAt != null;
  }
}
