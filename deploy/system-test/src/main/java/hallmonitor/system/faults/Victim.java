package hallmonitor.system.faults;

import hallmonitor.local.LocalStack;
import hallmonitor.local.ServiceName;

/** What can be killed; each is restarted by its own watcher. */
enum Victim {
  NOTIFIER {
    @Override
    void kill(LocalStack stack, KillableParts parts) {
      stack.service(ServiceName.NOTIFIER).kill();
    }
  },
  MODERATION {
    @Override
    void kill(LocalStack stack, KillableParts parts) {
      stack.service(ServiceName.MODERATION).kill();
    }
  },
  BROKER {
    @Override
    void kill(LocalStack stack, KillableParts parts) {
      parts.broker().kill();
      parts.broker().start();
    }
  },
  DATABASE {
    @Override
    void kill(LocalStack stack, KillableParts parts) {
      // Its watcher may still be busy with the kill before.
      if (stack.database().isRunning()) {
        ProcessHandle.of(stack.database().pid()).ifPresent(ProcessHandle::destroyForcibly);
      }
    }
  },
  MAIL_SERVER {
    @Override
    void kill(LocalStack stack, KillableParts parts) {
      parts.mail().kill();
      parts.mail().start();
    }
  };

  abstract void kill(LocalStack stack, KillableParts parts);
}
