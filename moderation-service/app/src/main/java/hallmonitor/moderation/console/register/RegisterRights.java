package hallmonitor.moderation.console.register;

import hallmonitor.moderation.casework.register.AccountAuthorizer;
import hallmonitor.moderation.casework.register.KindRules;
import hallmonitor.moderation.casework.register.RegisterAct;
import hallmonitor.moderation.console.access.NotPermitted;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.RequestScoped;

/** What the viewer may do with an account of the register. */
@RequestScoped
public class RegisterRights {
  private final Viewer viewer;

  RegisterRights(Viewer viewer) {
    this.viewer = viewer;
  }

  /** Returns whether the viewer may enter what is known: only of what is in their scope. */
  public boolean mayEdit(RegisteredAccount account) {
    return viewer.isActs()
        && viewer.scope().sees(account.entry().building(), account.entry().key());
  }

  /** Returns whether the viewer may permit the account, by what accounts.yaml says of its kind. */
  public boolean mayPermit(RegisteredAccount account) {
    return mayPermit(account.rules(), account.entry().building());
  }

  private boolean mayPermit(KindRules rules, String building) {
    return viewer.isAdministrator()
        || isOwn(building) && rules.authorizer() != AccountAuthorizer.ADMINISTRATOR;
  }

  private boolean isOwn(String building) {
    return viewer.isBuildingAdministrator() && viewer.sees(building);
  }

  /** Returns whether the viewer may say what became of a reported or a closed account. */
  public boolean mayClear(RegisteredAccount account) {
    return viewer.isAdministrator() || isOwn(account.entry().building());
  }

  /**
   * Checks an act.
   *
   * @throws NotPermitted with a sentence that says who decides
   */
  void must(RegisterAct act, RegisteredAccount account) {
    boolean may =
        switch (act) {
          case APPROVE, REFUSE -> mayPermit(account);
          case ADOPT, CLEAR, CLOSE -> mayClear(account);
        };
    check(may, account.rules());
  }

  /**
   * Checks that the viewer may permit an account of this kind in this building.
   *
   * @throws NotPermitted with a sentence that says who decides
   */
  void mustPermit(KindRules rules, String building) {
    check(mayPermit(rules, building), rules);
  }

  private static void check(boolean may, KindRules rules) {
    if (!may) {
      throw new NotPermitted(
          rules.authorizer() == AccountAuthorizer.ADMINISTRATOR
              ? Sentence.of(
                  "The technology department decides about accounts of this kind. Ask an"
                      + " administrator of the console.")
              : Sentence.of(
                  "The building administrator decides about accounts of this kind. Ask them, or an"
                      + " administrator of the console."));
    }
  }
}
