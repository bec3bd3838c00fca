package hallmonitor.ingest.polling;

import hallmonitor.contract.event.BlocksSeen;
import hallmonitor.contract.event.PostSeen;
import hallmonitor.ingest.account.CommentLog;
import hallmonitor.ingest.connector.BlockSource;
import hallmonitor.ingest.connector.CommentSource;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PostSource;
import hallmonitor.ingest.connector.ProfileSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What is read beside an account's comments: its posts, who is blocked, and how it describes
 * itself.
 */
final class ListLanes {
  private static final System.Logger LOG = System.getLogger(ListLanes.class.getName());
  private static final Duration AFTER_FAULT = Duration.ofHours(1);

  private final PolledAccount account;
  private final CommentSource source;
  private final LaneLog log;
  private final InstantSource clock;
  private final PostLane posts;
  private final BlockLane blocks;
  private final ProfileLane profile;

  ListLanes(
      PolledAccount account,
      CommentSource source,
      LaneLog log,
      InstantSource clock,
      ProfilePictures pictures) {
    this.account = account;
    this.source = source;
    this.log = log;
    this.clock = clock;
    this.posts =
        new PostLane(
            account,
            source.posts().map(PostSource::every).orElse(PostSource.USUAL),
            clock.instant());
    this.blocks = new BlockLane(account, clock.instant());
    this.profile = new ProfileLane(account, pictures, clock.instant());
  }

  Instant due() {
    return Collections.min(List.of(postsDue(), blocksDue(), profile.due(source)));
  }

  private Instant postsDue() {
    return source.posts().isPresent() ? posts.due() : Instant.MAX;
  }

  private Instant blocksDue() {
    return source.blocks().isPresent() ? blocks.due() : Instant.MAX;
  }

  /** Reads a page of what is due first. */
  void read() throws PlatformException, CommentLog.Broken {
    if (!due().isBefore(profile.due(source))) {
      readProfile(source.profile().orElseThrow());
    } else if (blocksDue().isBefore(postsDue())) {
      readBlocks(source.blocks().orElseThrow());
    } else {
      readPosts();
    }
  }

  private void readPosts() throws PlatformException, CommentLog.Broken {
    Instant began = clock.instant();
    try {
      List<PostSeen> news = posts.read(source.posts().orElseThrow(), began);
      log.publish(news, began);
      posts.published(news, clock.instant());
    } catch (PlatformException e) {
      posts.failed(clock.instant());
      if (!Lanes.isRefusal(e)) {
        throw e;
      }
      warn("{0} does not list its posts: {1}", e);
      posts.refused(clock.instant());
    }
  }

  /**
   * A fault never marks the account as signed out or unreachable: many tokens may read comments but
   * not blocks. Only a platform that asks for fewer requests is obeyed for all lanes.
   */
  private void readBlocks(BlockSource list) throws PlatformException, CommentLog.Broken {
    try {
      Optional<BlocksSeen> seen = blocks.read(list, clock.instant());
      if (seen.isPresent()) {
        log.publish(seen.get());
        blocks.over(clock.instant(), list.every());
      }
    } catch (PlatformException e) {
      blocks.over(clock.instant(), AFTER_FAULT);
      if (e.fault() instanceof Fault.Throttled) {
        throw e;
      }
      warn("{0} does not list who is blocked: {1}", e);
      if (!(e.fault() instanceof Fault.Transient)) {
        blocks.refused(clock.instant());
      }
    }
  }

  /**
   * As with blocks, a fault says nothing about the account: a page may fail where its API works.
   */
  private void readProfile(ProfileSource source) throws PlatformException, CommentLog.Broken {
    try {
      log.publish(profile.read(source, clock.instant()));
      profile.over(clock.instant());
    } catch (PlatformException e) {
      if (e.fault() instanceof Fault.Throttled) {
        throw e;
      }
      warn("{0} does not show its description: {1}", e);
      if (!(e.fault() instanceof Fault.Transient)) {
        profile.over(clock.instant());
      }
    }
  }

  private void warn(String words, PlatformException e) {
    LOG.log(System.Logger.Level.WARNING, words, account.id(), e.fault().sentence());
  }
}
