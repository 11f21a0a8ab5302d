// Pairs of neighbouring syllables that touch, and syllables that stick out of their text.
() => {
  const faults = [];
  for (const text of document.querySelectorAll(".fp-text:lang(zh)")) {
    const room = text.getBoundingClientRect();
    let last = { bottom: 0, right: 0 };
    for (const syllable of text.querySelectorAll("rt")) {
      const box = syllable.getBoundingClientRect();
      const name = syllable.dataset.syllable;
      if (box.width < 5 || box.height < 5) faults.push(`${name} is not seen`);
      if (box.left < room.left - 1 || box.right > room.right + 1) faults.push(`${name} sticks out`);
      if (box.top < last.bottom && box.left < last.right - 0.1) faults.push(`${name} touches`);
      last = box;
    }
  }
  return faults;
};
