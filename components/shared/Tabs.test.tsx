// @vitest-environment happy-dom
import { useState } from 'preact/hooks';
import { describe, expect, it } from 'vitest';
import { byRole, press, show } from '../../tests/components/page.ts';
import { Tabs } from './Tabs.tsx';

const tabs = [
  { id: 'a', name: 'A' },
  { id: 'b', name: 'B' },
  { id: 'c', name: 'C' },
] as const;

function Three() {
  const [current, setCurrent] = useState<'a' | 'b' | 'c'>('a');
  return (
    <Tabs label="Views" tabs={tabs} current={current} onChange={setCurrent}>
      {current}
    </Tabs>
  );
}

describe('Tabs', () => {
  it('has one tab in the tab order, and arrows change the view', async () => {
    await show(<Three />);
    const list = byRole('tablist', 'Views');
    const selected = () => list.querySelector('[aria-selected="true"]')?.textContent;
    for (const [key, name] of [
      ['ArrowRight', 'B'],
      ['End', 'C'],
      ['ArrowRight', 'A'],
      ['ArrowLeft', 'C'],
      ['Home', 'A'],
    ] as const) {
      await press(byRole('tab', selected() ?? ''), key);
      expect(selected()).toBe(name);
      expect(document.activeElement?.textContent).toBe(name);
      expect(list.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
      expect(byRole('tabpanel').textContent).toBe(name.toLowerCase());
    }
  });
});
