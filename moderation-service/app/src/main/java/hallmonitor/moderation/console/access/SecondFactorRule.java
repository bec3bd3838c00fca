package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.ConsoleConfig.SecondFactor;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who must sign in with a code. Without a setting, administrators of a console that others reach
 * must; on a console that only this machine reaches, nobody must, so that a trial needs no phone.
 */
@ApplicationScoped
public class SecondFactorRule {
  private final SecondFactor rule;

  SecondFactorRule(ConsoleConfig config, ConsoleAddress address) {
    this.rule =
        config
            .secondFactor()
            .orElse(
                address.isThisMachine()
                    ? SecondFactor.OPTIONAL
                    : SecondFactor.REQUIRED_FOR_ADMINISTRATORS);
  }

  SecondFactor current() {
    return rule;
  }
}
