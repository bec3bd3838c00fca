package hallmonitor.moderation.console.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The recovery codes that are left. */
@ApplicationScoped
class StoredRecoveryCodes implements PanacheRepositoryBase<RecoveryCode, RecoveryCode.Key> {
  private void keep(String userName, String code) {
    persist(new RecoveryCode(RecoveryCode.key(userName, code)));
  }

  /**
   * @return whether it was one; then it is used up
   */
  boolean take(String userName, String typed) {
    return delete("key", RecoveryCode.key(userName, typed)) == 1;
  }

  /** Replaces all that the person has. */
  void replace(String userName, List<String> codes) {
    removeAll(userName);
    codes.forEach(code -> keep(userName, code));
  }

  void removeAll(String userName) {
    delete("key.userName", userName);
  }

  int left(String userName) {
    return (int) count("key.userName", userName);
  }
}
