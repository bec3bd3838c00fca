package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.access.code.RecoveryCodes;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.util.Arrays;

/** An unused recovery code; used ones are deleted. */
@Entity
class RecoveryCode {
  /**
   * The key.
   *
   * @param hash from {@link RecoveryCodes#hash}
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

  /** Required by Hibernate, which fills the field. */
  @SuppressWarnings("NullAway.Init")
  RecoveryCode() {}

  RecoveryCode(Key key) {
    this.key = key;
  }

  static Key key(String userName, String typed) {
    return new Key(userName, RecoveryCodes.hash(userName, typed));
  }
}
