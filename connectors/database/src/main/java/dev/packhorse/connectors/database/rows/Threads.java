package dev.packhorse.connectors.database.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
   * @param kept messages that get into the archive, by id
   * @return the roots
   */
  List<Message> roots(Map<String, Message> kept) {
    List<Message> roots = new ArrayList<>();
    Map<String, List<Message>> homeless = new TreeMap<>();
    for (Message message : kept.values()) {
      String rootId = message.rootId();
      Message root = kept.get(rootId);
      if (rootId.isEmpty() || rootId.equals(message.id())) {
        roots.add(message);
      } else if (root != null
          && root.rootId().isEmpty()
          && root.channelId().equals(message.channelId())) {
        root.replies.add(message);
      } else {
        note(message, root);
        homeless
            .computeIfAbsent(rootId + ' ' + message.channelId(), any -> new ArrayList<>())
            .add(message);
      }
    }
    for (List<Message> thread : homeless.values()) {
      thread.sort(Message.IN_TIME);
      Message first = thread.get(0);
      first.replies.addAll(thread.subList(1, thread.size()));
      roots.add(first);
    }
    roots.forEach(root -> root.replies.sort(Message.IN_TIME));
    return roots;
  }

  private void note(Message message, Message root) {
    boolean elsewhere = root != null && !root.channelId().equals(message.channelId());
    notes.add(
        elsewhere ? DataProblem.REPLY_ELSEWHERE : DataProblem.ROOT_MISSING,
        "Posts",
        message.id(),
        "RootId",
        message.rootId());
  }
}
