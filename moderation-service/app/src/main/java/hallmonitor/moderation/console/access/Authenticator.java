package hallmonitor.moderation.console.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The authenticator app that shows a person's codes. */
@Entity
@Table(name = "second_factor")
class Authenticator {
  @Id String userName;
  byte[] sealedSecret;

  /** Null during setup. */
  Instant confirmedAt;

  /** The time step of the last accepted code, so that each code works once. */
  long lastStep;

  int failedAttempts;
  Instant lockedUntil;

  boolean isConfirmed() {
    return confirmedAt != null;
  }
}
