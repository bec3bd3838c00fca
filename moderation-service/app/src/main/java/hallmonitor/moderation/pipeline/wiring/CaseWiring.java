package hallmonitor.moderation.pipeline.wiring;

import hallmonitor.messaging.OutboxRelay;
import hallmonitor.messaging.ReaderLag;
import hallmonitor.moderation.pipeline.jobs.DangerLaneJob;
import hallmonitor.moderation.pipeline.jobs.LostEventsJob;
import hallmonitor.moderation.pipeline.jobs.NotifierBacklog;
import hallmonitor.moderation.pipeline.jobs.PostJudgeJob;
import hallmonitor.moderation.pipeline.jobs.UndoneHideJob;
import hallmonitor.moderation.pipeline.metrics.PipelineMetrics;
import hallmonitor.moderation.pipeline.rules.DecisionSettings;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.pipeline.rules.OwnTextJudge;
import hallmonitor.moderation.store.accounts.AccountDesk;
import hallmonitor.moderation.store.cases.BulkDecisions;
import hallmonitor.moderation.store.cases.CaseOpenings;
import hallmonitor.moderation.store.cases.CaseStore;
import hallmonitor.moderation.store.cases.HarmlessTexts;
import hallmonitor.moderation.store.connect.ConnectionInvitations;
import hallmonitor.moderation.store.connect.Connections;
import hallmonitor.moderation.store.connect.Disconnections;
import hallmonitor.moderation.store.escalation.CaseDesk;
import hallmonitor.moderation.store.escalation.DangerLaneCases;
import hallmonitor.moderation.store.escalation.ManualEscalations;
import hallmonitor.moderation.store.escalation.UndoneHides;
import hallmonitor.moderation.store.orders.Deletions;
import hallmonitor.moderation.store.posts.PlannedPosts;
import hallmonitor.moderation.store.posts.PostJudgments;
import hallmonitor.moderation.store.records.AccountPlaces;
import hallmonitor.moderation.store.records.DisposalJob;
import hallmonitor.moderation.store.records.Disposals;
import hallmonitor.moderation.store.records.Holds;
import hallmonitor.moderation.store.records.KeptCounts;
import hallmonitor.moderation.store.register.RegisterDesk;
import hallmonitor.moderation.store.register.RegisterRecords;
import hallmonitor.moderation.store.register.RegisterSync;
import hallmonitor.moderation.store.tips.SchoolLinks;
import hallmonitor.moderation.store.tips.TipDesk;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.jdbi.v3.core.Jdbi;

/** Wires what carries out people's commands on cases, accounts and records. */
@ApplicationScoped
public class CaseWiring {
  @Produces
  @Singleton
  CaseStore cases(Jdbi jdbi, OutboxRelay relay) {
    return new CaseStore(jdbi, Clock.systemUTC(), relay::wake);
  }

  @Produces
  @Singleton
  CaseOpenings openings(Jdbi jdbi) {
    return new CaseOpenings(jdbi, Clock.systemUTC());
  }

  @Produces
  @Singleton
  BulkDecisions bulks(Jdbi jdbi, CaseStore cases, OutboxRelay relay) {
    return new BulkDecisions(jdbi, cases, relay::wake);
  }

  @Produces
  @Singleton
  ManualEscalations handEscalations(Jdbi jdbi, OutboxRelay relay) {
    return new ManualEscalations(jdbi, Clock.systemUTC(), relay::wake);
  }

  @Produces
  @Singleton
  TipDesk tips(Jdbi jdbi, CaseOpenings openings, ManualEscalations escalations, OutboxRelay relay) {
    return new TipDesk(jdbi, openings, escalations, relay::wake);
  }

  @Produces
  @Singleton
  SchoolLinks schoolLinks(Jdbi jdbi) {
    return new SchoolLinks(jdbi);
  }

  @Produces
  @Singleton
  DangerLaneJob dangerLane(Jdbi jdbi, LiveRules rules, OutboxRelay relay) {
    return new DangerLaneJob(new DangerLaneCases(jdbi, Clock.systemUTC()), rules, relay::wake);
  }

  @Produces
  @Singleton
  UndoneHideJob undoneHides(Jdbi jdbi, LiveRules rules, PipelineConfig config, OutboxRelay relay) {
    return new UndoneHideJob(
        new UndoneHides(jdbi, Clock.systemUTC()), rules, config.dangerousHideWithin(), relay::wake);
  }

  @Produces
  @Singleton
  LostEventsJob lostEvents(
      Jdbi jdbi,
      Producer<byte[], byte[]> producer,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      NotifierBacklog notifier,
      PipelineConfig config,
      PipelineMetrics metrics) {
    return new LostEventsJob(
        jdbi,
        producer,
        (group, topic) -> ReaderLag.of(kafka, group, topic),
        notifier,
        config.lostAfter(),
        Clock.systemUTC(),
        metrics);
  }

  @Produces
  @Singleton
  PostJudgments postJudgments(Jdbi jdbi) {
    return new PostJudgments(jdbi);
  }

  @Produces
  @Singleton
  PlannedPosts plannedPosts(Jdbi jdbi) {
    return new PlannedPosts(jdbi);
  }

  @Produces
  @Singleton
  OwnTextJudge postJudge(JudgingConfig config) {
    return new OwnTextJudge(config.timeLimit());
  }

  @Produces
  @Singleton
  PostJudgeJob judgingPosts(PostJudgments judgments, OwnTextJudge judge, LiveRules rules) {
    return new PostJudgeJob(judgments, judge, rules, Clock.systemUTC());
  }

  @Produces
  @Singleton
  Holds holds(Jdbi jdbi) {
    return new Holds(jdbi, Clock.systemUTC());
  }

  @Produces
  @Singleton
  AccountPlaces accountPlaces(Jdbi jdbi, LiveRules rules) {
    return new AccountPlaces(jdbi, () -> rules.district().current().value());
  }

  @Produces
  @Singleton
  Disposals disposals(Jdbi jdbi, DecisionSettings decisions, AccountPlaces places) {
    return new Disposals(jdbi, Clock.systemUTC(), decisions, places::of, places::misnamed);
  }

  @Produces
  @Singleton
  DisposalJob disposing(Jdbi jdbi) {
    return new DisposalJob(jdbi);
  }

  @Produces
  @Singleton
  KeptCounts counting(Jdbi jdbi) {
    return new KeptCounts(jdbi);
  }

  @Produces
  @Singleton
  Deletions deletions(Jdbi jdbi, OutboxRelay relay) {
    return new Deletions(jdbi, Clock.systemUTC(), relay::wake);
  }

  @Produces
  @Singleton
  RegisterDesk register(Jdbi jdbi) {
    return new RegisterDesk(jdbi);
  }

  @Produces
  @Singleton
  RegisterRecords registerRecords(Jdbi jdbi) {
    return new RegisterRecords(jdbi);
  }

  @Produces
  @Singleton
  RegisterSync registerSync(Jdbi jdbi) {
    return new RegisterSync(jdbi);
  }

  @Produces
  @Singleton
  HarmlessTexts harmlessTexts(Jdbi jdbi) {
    return new HarmlessTexts(jdbi);
  }

  @Produces
  @Singleton
  CaseDesk desk(Jdbi jdbi, OutboxRelay relay) {
    return new CaseDesk(jdbi, Clock.systemUTC(), relay::wake);
  }

  @Produces
  @Singleton
  AccountDesk accounts(Jdbi jdbi, OutboxRelay relay) {
    return new AccountDesk(jdbi, relay::wake);
  }

  @Produces
  @Singleton
  Connections connections(Jdbi jdbi, OutboxRelay relay) {
    return new Connections(jdbi, relay::wake);
  }

  @Produces
  @Singleton
  ConnectionInvitations connectionInvitations(Jdbi jdbi) {
    return new ConnectionInvitations(jdbi);
  }

  @Produces
  @Singleton
  Disconnections disconnections(Jdbi jdbi, OutboxRelay relay) {
    return new Disconnections(jdbi, relay::wake);
  }
}
