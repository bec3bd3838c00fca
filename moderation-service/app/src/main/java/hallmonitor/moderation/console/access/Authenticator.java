package hallmonitor.moderation.console.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The app on somebody's telephone that shows their codes. */
@Entity
@Table(name = "second_factor")
class Authenticator {
  @Id String userName;
  byte[] sealedSecret;

  /** Null while it is being set up. */
  Instant confirmedAt;

  /** Of the last code that was taken: each opens once. */
  long lastStep;

  int failedAttempts;
  Instant lockedUntil;

  boolean isConfirmed() {
    return confirmedAt != null;
  }
}
