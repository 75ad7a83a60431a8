/**
 * What the Home page decides before it is painted, so that nothing on it moves afterwards: announcements whose time it is
 * not by the reader's calendar, or that were put away, are hidden; the reader's own lists get the height of what is kept.
 * Inline, as small as can be; the format is that of `client/personal/store.ts`.
 */
export const homeScript =
  "(d=>{const r=n=>{try{return[...JSON.parse(localStorage.getItem('callboard:1:'+d.dataset.base+':'+n))]}catch{return[]}},t=new Date,p=n=>(''+n).padStart(2,0),y=t.getFullYear()+'-'+p(t.getMonth()+1)+'-'+p(t.getDate()),g=r('dismissed'),s=document.querySelector('[data-announcements]');let k=0;for(const a of document.querySelectorAll('[data-announcement]')){const{announcement:i,from:f,until:u}=a.dataset;a.hidden=f>y||u<y||g.includes(i);k+=!a.hidden}if(s)s.hidden=!k;for(const u of document.querySelectorAll('[data-kept]'))u.style.setProperty('--rows',Math.min(6,r(u.dataset.kept).length))})(document.documentElement)";
