package hallmonitor.moderation.console.past;

import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.console.pictures.PictureLink;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows on which a kept picture of a post is removed.
 *
 * @param post part of an address
 * @param path of the picture
 * @param kept whether there is something to remove
 * @param second whether another person must approve it
 * @param waiting the proposal that waits; absent if there is none
 * @param mine whether the viewer made it
 * @param sent numbers of requests with an answer that was sent with it; may be empty
 * @param unsent numbers of requests with a package that was not sent; may be empty
 * @param form of a new proposal, so that sending it twice is one
 */
public record PictureRemovalView(
    String post,
    String path,
    PictureLink link,
    boolean kept,
    boolean second,
    @Nullable Proposal waiting,
    boolean mine,
    String sent,
    String unsent,
    UUID form) {}
