package hallmonitor.system.faults;

import hallmonitor.contract.event.Topic;
import hallmonitor.local.ServiceName;
import hallmonitor.system.faults.FaultyLink.State;
import java.time.Duration;
import java.util.Locale;

/** What can go wrong. Each lasts as long as it is told, or is over at once. */
enum FaultKind {
  KILL_INGEST((scene, length) -> scene.kill(ServiceName.INGEST)),
  KILL_MODERATION((scene, length) -> scene.kill(ServiceName.MODERATION)),
  KILL_NOTIFIER((scene, length) -> scene.kill(ServiceName.NOTIFIER)),
  KILL_BROKER((scene, length) -> scene.killBroker()),
  KILL_DATABASE((scene, length) -> scene.killDatabase()),
  KILL_MAIL_SERVER((scene, length) -> scene.killMailServer()),

  FREEZE_INGEST((scene, length) -> scene.freeze(ServiceName.INGEST, length)),
  FREEZE_MODERATION((scene, length) -> scene.freeze(ServiceName.MODERATION, length)),
  FREEZE_NOTIFIER((scene, length) -> scene.freeze(ServiceName.NOTIFIER, length)),
  FREEZE_BROKER((scene, length) -> scene.freezeBroker(length)),

  PART_BROKER((scene, length) -> scene.disturb(LinkName.BROKER, State.PARTED, length)),
  PART_DATABASE((scene, length) -> scene.disturb(LinkName.DATABASE, State.PARTED, length)),
  PART_PLATFORM((scene, length) -> scene.disturb(LinkName.PLATFORM, State.PARTED, length)),
  PART_MAIL_SERVER((scene, length) -> scene.disturb(LinkName.MAIL_SERVER, State.PARTED, length)),

  CUT_BROKER((scene, length) -> scene.disturb(LinkName.BROKER, State.CUT, length)),
  CUT_DATABASE((scene, length) -> scene.disturb(LinkName.DATABASE, State.CUT, length)),
  CUT_PLATFORM((scene, length) -> scene.disturb(LinkName.PLATFORM, State.CUT, length)),
  CUT_MAIL_SERVER((scene, length) -> scene.disturb(LinkName.MAIL_SERVER, State.CUT, length)),

  SLOW_BROKER((scene, length) -> scene.disturb(LinkName.BROKER, State.SLOW, length)),
  SLOW_DATABASE((scene, length) -> scene.disturb(LinkName.DATABASE, State.SLOW, length)),
  SLOW_PLATFORM((scene, length) -> scene.disturb(LinkName.PLATFORM, State.SLOW, length)),

  DAMAGE_BROKER((scene, length) -> scene.disturb(LinkName.BROKER, State.DAMAGED, length)),

  PLATFORM_FAILS((scene, length) -> scene.platform().failNext(5)),
  PLATFORM_THROTTLES((scene, length) -> scene.platform().throttleNext(1, Duration.ofSeconds(2))),
  PLATFORM_HANGS((scene, length) -> scene.platform().hangNext(1)),
  PLATFORM_DOES_AND_CUTS((scene, length) -> scene.platform().applyAndCutNext(4)),

  POISON_COMMENTS((scene, length) -> scene.poison(Topic.COMMENTS)),
  POISON_ACTIONS((scene, length) -> scene.poison(Topic.ACTIONS)),
  POISON_RESULTS((scene, length) -> scene.poison(Topic.ACTION_RESULTS)),
  POISON_ESCALATIONS((scene, length) -> scene.poison(Topic.ESCALATIONS)),
  POISON_ESCALATION_EVENTS((scene, length) -> scene.poison(Topic.ESCALATION_EVENTS)),

  OVERLOAD((scene, length) -> scene.overload(length)),

  /** Only where a test may mount a disk of its own. */
  FILL_DATABASE_DISK(FaultScene::fillDatabaseDisk),
  FILL_BROKER_DISK(FaultScene::fillBrokerDisk),

  /** Lasts until no connection from before holds a thread, so it is by far the longest. */
  VANISH_DATABASE(FaultScene::vanishDatabase);

  /** Does it, and undoes what can be undone once its time is over. */
  interface Strike {
    void on(FaultScene scene, Duration length);
  }

  private final Strike strike;

  FaultKind(Strike strike) {
    this.strike = strike;
  }

  void strike(FaultScene scene, Duration length) {
    strike.on(scene, length);
  }

  /** Returns how much longer it lasts than others. */
  Duration longer() {
    return this == VANISH_DATABASE ? Duration.ofSeconds(75) : Duration.ZERO;
  }

  boolean needsOwnDisk() {
    return this == FILL_DATABASE_DISK || this == FILL_BROKER_DISK;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
