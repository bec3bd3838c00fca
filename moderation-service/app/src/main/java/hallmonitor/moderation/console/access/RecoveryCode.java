package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.access.code.RecoveryCodes;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.util.Arrays;

/** A code that still opens; one that was used is gone. */
@Entity
class RecoveryCode {
  /**
   * @param hash as {@link RecoveryCodes#hash} makes it
   */
  @Embeddable
  record Key(String userName, byte[] hash) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && userName.equals(key.userName)
          && Arrays.equals(hash, key.hash);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(hash);
    }
  }

  @EmbeddedId Key key;

  /** For Hibernate. */
  RecoveryCode() {}

  RecoveryCode(Key key) {
    this.key = key;
  }

  static Key key(String userName, String typed) {
    return new Key(userName, RecoveryCodes.hash(userName, typed));
  }
}
