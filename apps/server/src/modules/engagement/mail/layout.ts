/**
 * The one layout of all mails: one column, inline styles (mail programs drop style sheets), the shop's colours.
 * Every `{{ }}` is escaped by the engine; `raw` follows an explicit `escape` only.
 */
export const htmlLayout = `<!doctype html>
<html lang="{{ language }}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light"><title>{{ subject }}</title></head>
<body style="margin:0;padding:0;background:#FBFAF7;color:#1B1F1C;font:16px/26px Inter,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden">{{ preview }}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#FBFAF7"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
<tr><td style="padding:0 24px 16px;font:20px/28px Lora,Georgia,serif;color:#0F5D4A">{{ shopName }}</td></tr>
<tr><td style="background:#FFFFFF;border:1px solid #E6E3DC;border-radius:8px;padding:24px">
{%- for block in blocks -%}
{%- case block.kind -%}
{%- when 'heading' %}
<h1 style="margin:0 0 12px;font:26px/34px Lora,Georgia,serif;font-weight:600;color:#1B1F1C">{{ block.text }}</h1>
{%- when 'text' %}
<p style="margin:0 0 16px">{{ block.text | escape | newline_to_br | raw }}</p>
{%- when 'small' %}
<p style="margin:0 0 12px;font-size:14px;line-height:20px;color:#5C655F">{{ block.text | escape | newline_to_br | raw }}</p>
{%- when 'quote' %}
<p style="margin:0 0 16px;padding:12px 16px;border-left:3px solid #0F5D4A;background:#FBFAF7">{{ block.text | escape | newline_to_br | raw }}</p>
{%- when 'facts' %}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 16px;border-top:1px solid #E6E3DC">
{%- for row in block.rows %}
<tr><td style="padding:8px 12px 8px 0;border-bottom:1px solid #E6E3DC;color:#5C655F;font-size:14px;line-height:20px;vertical-align:top;width:34%">{{ row.label }}</td><td style="padding:8px 0;border-bottom:1px solid #E6E3DC;vertical-align:top">{{ row.value | escape | newline_to_br | raw }}</td></tr>
{%- endfor %}
</table>
{%- when 'rows' %}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 16px;border-top:1px solid #E6E3DC">
{%- for row in block.rows %}
<tr><td style="padding:10px 12px 10px 0;border-bottom:1px solid #E6E3DC;vertical-align:top">{% if row.url %}<a href="{{ row.url }}" style="color:#0F5D4A">{{ row.title }}</a>{% else %}{{ row.title }}{% endif %}
{%- for detail in row.details %}<br><span style="color:#5C655F;font-size:14px;line-height:20px">{{ detail }}</span>{% endfor %}</td><td align="right" style="padding:10px 0;border-bottom:1px solid #E6E3DC;vertical-align:top;white-space:nowrap;font-variant-numeric:tabular-nums">{{ row.amount }}</td></tr>
{%- endfor %}
</table>
{%- when 'code' %}
<p style="margin:0 0 16px;padding:16px;background:#FBFAF7;border:1px solid #E6E3DC;border-radius:8px;text-align:center"><span style="font:600 34px/44px 'SFMono-Regular',Consolas,Menlo,monospace;letter-spacing:2px">{{ block.code }}</span>{% if block.cid %}<br><img src="cid:{{ block.cid }}" width="160" height="160" alt="{{ block.alt }}" style="display:inline-block;margin-top:12px">{% endif %}</p>
{%- when 'button' %}
<p style="margin:0 0 16px"><a href="{{ block.url }}" style="display:inline-block;background:#0F5D4A;color:#FFFFFF;text-decoration:none;font-weight:600;padding:12px 20px;border-radius:6px">{{ block.text }}</a></p>
{%- endcase -%}
{%- endfor %}
</td></tr>
<tr><td style="padding:16px 24px;font-size:12px;line-height:18px;color:#5C655F">{{ footer }}{% if preferencesUrl %}<br><a href="{{ preferencesUrl }}" style="color:#5C655F">{{ preferencesText }}</a>{% endif %}</td></tr>
</table></td></tr></table></body></html>`;

/** The same mail for programs, readers and people that prefer words. */
export const textLayout = `{%- for block in blocks -%}
{%- case block.kind -%}
{%- when 'heading' %}{{ block.text }}

{% when 'text', 'small' %}{{ block.text }}

{% when 'quote' %}{{ block.quoted }}

{% when 'facts' %}{% for row in block.rows %}{{ row.label }}: {{ row.inline }}
{% endfor %}
{% when 'rows' %}{% for row in block.rows %}- {{ row.title }}{% if row.amount %}: {{ row.amount }}{% endif %}
{% for detail in row.details %}  {{ detail }}
{% endfor %}{% if row.url %}  {{ row.url }}
{% endif %}{% endfor %}
{% when 'code' %}    {{ block.code }}

{% when 'button' %}{{ block.text }}:
{{ block.url }}

{% endcase -%}
{%- endfor -%}
-- 
{{ shopName }}
{{ footer }}{% if preferencesUrl %}
{{ preferencesText }}: {{ preferencesUrl }}{% endif %}
`;
