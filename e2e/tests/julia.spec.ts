import { test as base, expect, type Page } from '@playwright/test';
import { type JuliaStage, openJuliaStage } from '../lib/juliaStage.ts';
import { mailTo } from '../lib/people.ts';
import { takePicture } from '../lib/pictures.ts';

const email = 'julia.kowalska@example.com';
const greenLund = '/en/p/lund-sofa?variant=LUND-SOFA-GREEN-VELVET';
const gtin = '5901999001007';
const quoted = '3,869.10 zł';

/** A demo loaded for this story alone, as its clock is moved from Tuesday to Saturday. */
const test = base.extend<{ stage: JuliaStage }>({
  stage: [
    async ({ browser }, use) => {
      const stage = await openJuliaStage(browser);
      await use(stage);
      await stage.close();
    },
    { timeout: 180_000 },
  ],
});

test('Julia finds the last green sofa, has it held in the chat, and takes it home at the price she was quoted', async ({
  stage,
}) => {
  test.setTimeout(180_000);
  const { day, until, looks, comes } = stage;
  const [julia, agent, store] = [
    await stage.person('phone'),
    await stage.person('desk', 'agent'),
    await stage.person('phone', 'associate'),
  ];
  let code = '';

  await test.step('she searches, refuses to be measured, and goes', async () => {
    const first = await stage.person('phone');
    await first.goto('/en');
    await answerCookies(first, 'Reject');
    await first.getByRole('combobox', { name: 'Search' }).fill('green velvet sofa');
    await first.keyboard.press('Enter');
    const card = first.getByRole('main').getByRole('listitem').filter({ hasText: 'Lund sofa' }).first();
    await expect(card).toContainText('green, velvet');
    await expect(card).toContainText('in stores only');
  });

  await test.step('an ad leads her to that very sofa: not delivered in green, one piece in Kraków', async () => {
    await stage.travelTo(looks, '13:40');
    await julia.goto('/go/green-lund?near=Kraków');
    await expect(julia).toHaveURL(/variant=LUND-SOFA-GREEN-VELVET.*utm_medium=retargeting/);
    await answerCookies(julia, 'Accept');
    await expect(julia.getByRole('heading', { level: 1 })).toHaveText('Lund sofa');
    const ways = julia.getByRole('region', { name: 'Three ways to get it' });
    await expect(ways.getByRole('listitem').filter({ hasText: 'Delivered' })).toContainText('Not in this version.');
    await expect(ways.getByRole('link', { name: /^blue, velvet: \w+ \d+ \w+/ })).toBeVisible();
    await expect(ways.getByRole('listitem').filter({ hasText: 'Pick up' })).toContainText('Kraków: only 1 left');
    await expect(julia.getByRole('main')).toContainText(`${quoted}`);
    await expect(julia.getByRole('main')).toContainText('Lowest price in the 30 days before the reduction: 4,299 zł');
    // Hers would end tonight, and she can come only days later.
    await expect(ways.getByRole('listitem').filter({ hasText: 'Reserve, pay in store' })).toContainText(
      /held for you until today, \d\d:\d\d/,
    );
    // What lies far down has its layout without any script.
    await expect(julia.locator('dl > div').first()).toHaveCSS('display', 'flex');
    await takePicture(julia, 'julia-product');
    await julia.getByRole('heading', { level: 1 }).evaluate((line) => line.scrollIntoView());
    await takePicture(julia, 'julia-ways');
  });

  await test.step('she asks from the page, and the agent hears of it at once', async () => {
    await agent.goto('/console/desk');
    await agent.getByRole('heading', { name: 'Inbox' }).waitFor();
    await stage.travelTo(looks, '14:02');
    await julia.getByRole('link', { name: 'Chat', exact: true }).click();
    await say(julia, `Is the green Lund sofa still to be had? I can only come on ${day}.`);
    const row = agent.getByRole('link', { name: /Is the green Lund sofa still to be had/ });
    await expect(row).toBeVisible();
    await julia.getByText('Leave your e-mail: we answer there too').click();
    await julia.getByRole('textbox', { name: 'Your e-mail, for the answer' }).fill(email);
    await julia.getByRole('button', { name: 'Keep it' }).click();
    await expect(julia.getByText(`We write to ${email} as well.`)).toBeVisible();
    await row.click();
  });

  await test.step('the agent sees every store’s stock beside the question, and answers', async () => {
    const stock = agent.getByRole('region', { name: 'Stock' });
    await expect(stock).toContainText('The customer asked about this');
    await expect(stock).toContainText('green, velvet');
    await expect(stock.getByRole('listitem').filter({ hasText: 'Kraków' })).toContainText('1 free');
    await expect(stock).toContainText('Cannot be delivered in this colour');
    await agent.keyboard.press('r');
    await expect(agent.getByRole('textbox', { name: /^Write in Chat/ })).toBeFocused();
    await agent.keyboard.type(`There is one in Kraków. Shall I hold it for you until ${day}? In what name?`);
    await agent.keyboard.press('Control+Enter');
    await agent.getByRole('button', { name: 'Send now' }).click();
    await expect(julia.getByRole('log')).toContainText('Shall I hold it for you');
    await stage.travelTo(looks, '14:05');
    await say(julia, 'Yes please! Julia Kowalska.');
    await expect(agent.getByRole('log')).toContainText('Yes please! Julia Kowalska.');
  });

  await test.step('H and Enter: it is held to closing time of the day she comes', async () => {
    await agent.keyboard.press('Escape');
    await agent.keyboard.press('h');
    const dialog = agent.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: /^Hold until .*\d/ })).toBeFocused();
    const ends = dialog.getByRole('combobox', { name: /^Until/ });
    await ends.selectOption({ label: (await ends.locator('option', { hasText: until }).textContent()) ?? '' });
    await dialog.getByRole('textbox', { name: 'In whose name' }).fill('Julia Kowalska');
    await expect(dialog.getByRole('button', { name: `Hold until ${until}` })).toBeVisible();
    await agent.keyboard.press('Enter');
    await expect(dialog).toContainText(/Code\s+\w{2}-\w{4}/);
    code = /Code\s+(\w{2}-\w{4})/.exec(await dialog.innerText())?.[1] ?? '';
    await agent.keyboard.press('Enter');
    await expect(agent.getByRole('log')).toContainText(`Held until ${until}`);
    await expect(agent.getByRole('complementary', { name: 'Customer' })).toContainText(code);
    await takePicture(agent, 'agent-held');
  });

  await test.step('she reads it where she asked, and by e-mail', async () => {
    const log = julia.getByRole('log');
    await expect(log).toContainText(`Kraków, until ${until}`);
    await expect(log).toContainText(`Code ${code}`);
    await expect(log).toContainText('Lund sofa, green, velvet');
    await expect(log.getByText('is writing')).toBeHidden();
    await takePicture(julia, 'julia-held');
    await mailTo(julia.request, email, (one) => one.subject.startsWith('Held for you'));
    const mailbox = await julia.context().newPage();
    await mailbox.goto('/mailbox');
    await mailbox.getByRole('link', { name: 'Held for you: Lund sofa, Kraków' }).click();
    await expect(mailbox.frameLocator('iframe').getByText(code, { exact: true })).toBeVisible();
    await mailbox.close();
  });

  const account = await julia.context().newPage();
  await test.step('she signs in with the code from her mail, and sees it in her account', async () => {
    await account.goto('/en/account');
    await account.getByRole('link', { name: 'Sign in' }).click();
    await account.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await account.getByRole('button', { name: 'Send the code' }).click();
    const mail = await mailTo(account.request, email, (one) => /sign-in code/i.test(one.subject));
    await account
      .getByRole('textbox', { name: 'Code' })
      .fill(/\b(\d{6})\b/.exec(mail.text ?? '')?.[1] ?? 'no code in the mail');
    await account.getByRole('button', { name: 'Sign in' }).click();
    await expect(account.getByRole('heading', { level: 1 })).toHaveText('Hello, Julia');
    await expect(account.getByRole('link', { name: code })).toContainText(`Reserved, until ${until}`);
  });

  await test.step('the store has its task, puts it aside and says so; she reads it where she is', async () => {
    await store.goto('/console/floor');
    const task = store.getByRole('link', { name: new RegExp(code) });
    await expect(task).toContainText('Julia Kowalska');
    await expect(task).toContainText(`To pay ${quoted}`);
    await takePicture(store, 'store-task');
    await stage.travelTo(looks, '14:40');
    await task.click();
    await store.getByRole('button', { name: 'Take it' }).click();
    await store.getByRole('button', { name: 'Tick one piece of Lund sofa' }).click();
    await store.getByRole('textbox', { name: 'Where does it lie?' }).fill('bay 4');
    await store.getByRole('button', { name: 'Ready' }).click();
    await expect(store.getByText(`Lies ready: bay 4. Kept until ${until}.`)).toBeVisible();
    await expect(julia.getByRole('log')).toContainText('Ready to collect');
    await account.getByRole('link', { name: code }).click();
    await expect(account.getByRole('heading', { level: 1 })).toHaveText('Ready for you');
    await expect(account.getByRole('img', { name: `QR code of the reservation ${code}` })).toBeVisible();
    await takePicture(account, 'julia-ready');
  });

  await test.step('nobody else gets it: not in the web shop', async () => {
    const other = await stage.person('desk');
    await other.goto(greenLund);
    await answerCookies(other, 'Reject');
    await expect(other.getByText('This version is sold out everywhere at the moment.')).toBeVisible();
    await expect(other.getByText('What you can have instead')).toBeVisible();
    await expect(other.getByRole('link', { name: /^Reserve, pay in store/ })).toBeHidden();
    await expect(other.getByRole('button', { name: 'Add to cart' })).toBeHidden();
    const variantId = await other.locator('[data-variant]').getAttribute('data-variant');
    await other.goto(`/en/reserve?variant=${variantId}`);
    await expect(other.getByText('No store has it free at the moment.')).toBeVisible();
  });

  await test.step('and not at the till, which says why and what there is instead', async () => {
    await store.getByRole('link', { name: 'Till' }).click();
    await expect(store.getByText('Scan the first piece')).toBeVisible();
    // A walk-in carries it to the till; the scanner types its number.
    await store.keyboard.type(gtin);
    await store.keyboard.press('Enter');
    await expect(store.getByRole('list', { name: 'Goods' })).toContainText('None is free here; 1 held for others');
    await store.getByRole('button', { name: /^Pay/ }).click();
    const refusal = store.getByRole('alert').filter({ hasText: 'It cannot be sold' });
    await expect(refusal).toContainText(`held for another customer until ${until}`);
    await expect(refusal).toContainText('What they can have instead');
    await expect(refusal.getByRole('link', { name: /delivered from/ }).first()).toBeVisible();
    await takePicture(store, 'store-refused');
    await store.getByRole('button', { name: 'Clear the till' }).click();
  });

  await test.step('meanwhile the list price rises', async () => {
    await stage.travelTo(looks, '17:30');
    const office = await stage.person('desk', 'admin');
    await office.goto('/console/office/prices?q=lund+sofa');
    await office
      .getByRole('link', { name: /^Lund sofa/ })
      .first()
      .click();
    await office.getByRole('button', { name: 'Set prices' }).click();
    const dialog = office.getByRole('dialog');
    await dialog.getByText('This amount').click();
    await dialog.getByRole('textbox', { name: /^Amount/ }).fill('4999');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('new season');
    await dialog.getByRole('button', { name: 'Save prices' }).click();
    await expect(office.getByText(/prices were set/)).toBeVisible();
    await expect(office.getByRole('main')).toContainText('4,499.10 zł');
    await takePicture(office, 'office-price');
  });

  await test.step('she shows the code, pays what she was quoted, and takes it home', async () => {
    await stage.travelTo(comes, '15:30');
    await store.goto('/console/floor');
    await store.getByRole('searchbox', { name: /^Scan or type/ }).fill(code.toLowerCase());
    await store.keyboard.press('Enter');
    await store.getByRole('button', { name: 'Hand over' }).click();
    const desk = store.getByRole('article');
    await expect(desk).toContainText(`To pay${quoted}`);
    await expect(desk).toContainText(/quoted .*\s3,869\.10\szł \(list now 4,499\.10\szł\)/);
    await expect(store.getByText(/^Ready: bay 4\./)).toBeHidden();
    await takePicture(store, 'store-hand-over');
    await store.getByRole('textbox', { name: /^Number on the slip/ }).fill('slip-118');
    await store.getByRole('button', { name: `${quoted} by card: hand over` }).click();
    await expect(store.getByRole('heading', { name: 'Handed over' })).toBeVisible();
    // Shown once more, the code hands over nothing.
    await store.goto('/console/floor');
    await store.getByRole('searchbox', { name: /^Scan or type/ }).fill(code);
    await store.keyboard.press('Enter');
    await expect(store.getByText(/^Handed over .* by Marek Wrona/).first()).toBeVisible();
    await expect(store.getByRole('button', { name: 'Hand over' })).toBeHidden();
  });

  await test.step('her order is in her account', async () => {
    await account.goto('/en/account');
    const order = account.getByRole('link', { name: /^V-\d+/ });
    await expect(order).toContainText('Completed');
    await order.click();
    await expect(account.getByRole('heading', { name: 'Collected' })).toBeVisible();
    await expect(account.getByRole('main')).toContainText(`Total with VAT${quoted}`);
  });

  await test.step('the agent sees afterwards what became of it', async () => {
    await agent.reload();
    const timeline = agent.getByRole('complementary', { name: 'Customer' });
    await expect(timeline).toContainText('Goods handed over');
    await expect(timeline).toContainText('Order completed');
  });

  await test.step('and the retailer sees the path: ads, web shop, chat, store', async () => {
    const manager = await stage.person('desk', 'manager');
    await expect(async () => {
      await manager.goto(`/console/insight/paths?from=${looks}&to=${comes}`);
      const row = manager.getByRole('row').filter({ hasText: 'Chat' });
      // She may have looked into her account on the way.
      await expect(row).toContainText(/^Ads\s*Web shop\s*Chat\s*(Web shop\s*)?Store/, { timeout: 3_000 });
    }).toPass({ timeout: 30_000 });
    await expect(manager.getByText(/^Ledger \d+ = in paths \d+/)).toBeVisible();
    await manager.getByRole('link', { name: 'Journeys' }).click();
    await manager
      .getByRole('searchbox')
      .or(manager.getByRole('textbox', { name: /^Name, e-mail/ }))
      .fill(email);
    await manager.getByRole('link', { name: /Julia Kowalska/ }).click();
    await expect(manager.getByRole('heading', { level: 1, name: 'Julia Kowalska' })).toBeVisible();
    const words = manager.getByRole('main');
    await expect(words).toContainText('Goods were held');
    await expect(words).toContainText('Handed over');
    await takePicture(manager, 'insight-journey');
  });
});

async function answerCookies(page: Page, answer: 'Accept' | 'Reject'): Promise<void> {
  const button = page.getByRole('button', { name: answer, exact: true });
  await button.click();
  await expect(button).toBeHidden();
}

async function say(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Your message' });
  await field.fill(text);
  await field.press('Enter');
  await expect(page.getByRole('log')).toContainText(text);
}
