package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.database.shuffle.ByKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the root of each message. A reply whose root is not there, is deleted, is a reply itself or
 * lies in another channel does not get lost: what belongs to such a root becomes a thread of its
 * own, the first message its root.
 */
final class Threads {
  private final Notes notes;

  Threads(Notes notes) {
    this.notes = notes;
  }

  /**
   * Hangs replies on their roots.
   *
   * @param messages also those that are left out
   * @return the roots
   */
  List<Message> roots(List<Message> messages, ByKey<Message> byId) {
    List<Message> roots = new ArrayList<>();
    Map<String, List<Message>> homeless = new TreeMap<>();
    for (Message message : messages) {
      if (!message.kept()) {
        continue;
      }
      Message stored = message.isRoot() ? null : message.root(byId);
      Message root = stored != null && stored.kept() ? stored : null;
      if (message.isRoot()) {
        roots.add(message);
      } else if (root != null && root.isRoot() && root.channel == message.channel) {
        root.replies = Message.and(root.replies, message);
      } else {
        note(message, root);
        homeless
            .computeIfAbsent(
                message.rootId() + ' ' + message.channel.id(), any -> new ArrayList<>())
            .add(message);
      }
    }
    for (List<Message> thread : homeless.values()) {
      thread.sort(Message.IN_TIME);
      Message first = thread.get(0);
      for (Message reply : thread.subList(1, thread.size())) {
        first.replies = Message.and(first.replies, reply);
      }
      roots.add(first);
    }
    for (Message root : roots) {
      if (!root.replies.isEmpty()) {
        root.replies.forEach(reply -> notBefore(root, reply));
        root.replies.sort(Message.IN_TIME);
        tellApart(root);
      }
    }
    return roots;
  }

  /** A reply before its root is stored with another time, or refused (V-REPLY-06). */
  private void notBefore(Message root, Message reply) {
    if (reply.createAt() < root.createAt()) {
      notes.add(DataProblem.TIME_MENDED, "Posts", reply.id(), "CreateAt", reply.createAt());
      reply.moveTo(root.createAt());
    }
  }

  /** An importer takes messages of one time and text for one (T-10); roots see {@link Twins}. */
  private void tellApart(Message root) {
    boolean crowded = false;
    long last = root.createAt();
    for (Message reply : root.replies) {
      crowded |= reply.createAt() == last;
      last = reply.createAt();
    }
    if (!crowded) {
      return;
    }
    Set<String> taken = new HashSet<>();
    taken.add(root.createAt() + " " + root.row.text(PostRows.MESSAGE));
    for (Message reply : root.replies) {
      String text = reply.row.text(PostRows.MESSAGE);
      long time = reply.createAt();
      while (!taken.add(time + " " + text)) {
        time++;
      }
      if (time != reply.createAt()) {
        notes.add(DataProblem.TWIN, "Posts", reply.id(), "CreateAt", reply.createAt(), time);
        reply.moveTo(time);
      }
    }
    root.replies.sort(Message.IN_TIME);
  }

  private void note(Message message, Message root) {
    // A root that is a reply itself is seen only where it lies in the same partition.
    boolean elsewhere = root != null && root.isRoot() && root.channel != message.channel;
    notes.add(
        elsewhere ? DataProblem.REPLY_ELSEWHERE : DataProblem.ROOT_MISSING,
        "Posts",
        message.id(),
        "RootId",
        message.rootId());
  }
}
